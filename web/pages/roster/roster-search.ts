import { SHIFT_TYPES, type ShiftType } from '#src/domain/shift-type.ts';
import { dateOfSearch, momentOfSearch, textOf, wordOf } from '#web/router/search-text.ts';

/** What the address of the roster holds; everything may be left out. */
export interface RosterSearch {
  /** Schedule dates that are shown, both included; left out: a week. */
  from?: string;
  to?: string;
  /** Another version than the one in force. */
  version?: string;
  /** A person who is searched for. */
  find?: string;
  view?: 'changes';
  /** The shift whose sheet is open. */
  date?: string;
  shift?: ShiftType;
  /** Local time of the hospital that somebody asked about: tells which part of a split shift is meant. */
  at?: string;
  /** `04:00`: when the chosen part of a split shift begins. */
  part?: string;
  /** `whole`, or `02:30-08:00`: the hours that somebody is looked for. */
  hours?: string;
  /** Id of the person who is about to take it; `nobody`: it is left vacant. */
  take?: string;
  /** `choose`, or `2026-12-14.ON2.id`: the shift that it is about to be swapped with. */
  swap?: string;
}

/** What of an address is as it should be; the rest counts as left out. */
export function parseRosterSearch(search: Record<string, unknown>): RosterSearch {
  const found: { [Key in keyof RosterSearch]: RosterSearch[Key] | undefined } = {
    from: dateOfSearch(search, 'from'),
    to: dateOfSearch(search, 'to'),
    date: dateOfSearch(search, 'date'),
    shift: wordOf(search, 'shift', SHIFT_TYPES),
    at: momentOfSearch(search, 'at'),
    view: wordOf(search, 'view', ['changes'] as const),
    version: textOf(search, 'version'),
    find: textOf(search, 'find'),
    part: textOf(search, 'part'),
    hours: textOf(search, 'hours'),
    take: textOf(search, 'take'),
    swap: textOf(search, 'swap'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Everything of the address that belongs to the sheet of one shift. */
export const NO_SHIFT = {
  ...{ date: undefined, shift: undefined, at: undefined, part: undefined, hours: undefined },
  ...{ take: undefined, swap: undefined },
} satisfies Partial<Record<keyof RosterSearch, undefined>>;
