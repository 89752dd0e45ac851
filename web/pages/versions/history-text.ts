import type { Schemas } from '#web/client/api.ts';
import { codeText } from '#web/findings/message-place.ts';
import { counted } from '#web/words/counted.ts';
import { type DateSpan, datesText } from '#web/words/date-span.ts';
import { dayYearText } from '#web/words/moments.ts';
import { versionName } from './version-words.ts';

export type HistoryEntry = Pick<Schemas['AuditEntry'], 'action' | 'oldValues' | 'newValues'>;

/** What somebody did to a version, as a sentence without its subject, with its reason and what it names. */
export interface HistoryWords {
  what: string;
  reason: string | null;
  /** Each thing that it was done to: keys of messages, people on shifts. */
  details: string[];
}

type Values = Record<string, unknown>;

const valuesOf = (values: unknown): Values =>
  typeof values === 'object' && values !== null ? (values as Values) : {};
const textOf = (values: Values, key: string): string | null => {
  const value = values[key];
  return typeof value === 'string' && value !== '' ? value : null;
};
const textsOf = (values: Values, key: string): string[] => {
  const value = values[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};
const spanOf = (values: unknown): DateSpan | null => {
  const [from, to] = [textOf(valuesOf(values), 'from'), textOf(valuesOf(values), 'to')];
  return from && to ? { from, to } : null;
};
const forDates = (values: Values): string => {
  const span = spanOf(values);
  return span ? ` for ${datesText(span)}` : '';
};

const plain = (what: string): HistoryWords => ({ what, reason: null, details: [] });

const WORDS: Record<string, (after: Values, before: Values) => HistoryWords> = {
  VERSION_CREATED: (after) => plain(`made it${forDates(after)}`),
  VERSION_COPIED: (after) => {
    const source = textOf(after, 'copyOf');
    return plain(`made it as a copy${source ? ` of ${lower(source)}` : ''}${forDates(after)}`);
  },
  VERSION_PROMOTED: (after) => ({
    what: `promoted it: in force${forDates(after)}`,
    reason: null,
    details: [
      ...textsOf(after, 'trimmed').map((id) => `${versionName(id)} kept its other dates`),
      ...textsOf(after, 'ended').map((id) => `${versionName(id)} had no date left and was archived`),
    ],
  }),
  ERRORS_OVERRIDDEN: (after) => {
    const keys = textsOf(after, 'keys');
    return {
      what: `overrode ${counted(keys.length, 'error')}`,
      reason: textOf(after, 'reason'),
      details: keys.map(keyText),
    };
  },
  WARNINGS_ACCEPTED: (after) => {
    const keys = textsOf(after, 'keys');
    return {
      what: `accepted ${counted(keys.length, 'warning')}`,
      reason: textOf(after, 'reason'),
      details: keys.map(keyText),
    };
  },
  VERSION_ARCHIVED: (after) => {
    const winner = textOf(after, 'replacedBy');
    return {
      what: winner ? `promoted ${lower(winner)}, which took its last dates: archived` : 'archived it',
      reason: null,
      details: spansOf(after['withoutSchedule']).map(
        (span) => `without a schedule since: ${datesText(span)}`,
      ),
    };
  },
  VERSION_TRIMMED: (after) => {
    const winner = textOf(after, 'replacedBy');
    return {
      what: `promoted ${winner ? lower(winner) : 'another version'}, which took some of its dates`,
      reason: null,
      details: spansOf(after['inForce']).map((span) => `in force since: ${datesText(span)}`),
    };
  },
  VERSION_DELETED: () => plain('deleted it'),
  SHIFT_ASSIGNED: (after, before) => handMade('assigned somebody by hand', after, before),
  SHIFT_UNASSIGNED: (after, before) => handMade('took somebody off by hand', after, before),
  SHIFT_SWAPPED: (after, before) => handMade('swapped two people by hand', after, before),
  BATCH_IMPORTED: (after) => plain(`imported ${sourceText(after)}${accountingText(after)}`),
  BATCH_REFUSED: (after) => ({
    ...{
      what: `tried to import ${sourceText(after)}, in vain`,
      reason: textOf(after, 'reason'),
      details: [],
    },
  }),
};

export function historyWords({ action, oldValues, newValues }: HistoryEntry): HistoryWords {
  const say = WORDS[action];
  return say ? say(valuesOf(newValues), valuesOf(oldValues)) : plain(codeText(action).toLowerCase());
}

const spansOf = (spans: unknown) => (Array.isArray(spans) ? spans.flatMap((span) => spanOf(span) ?? []) : []);

const lower = (id: string): string => versionName(id).toLowerCase();

/** `MISSING_MIDC|MidC` → `Missing MidC: MidC` */
export function keyText(key: string): string {
  const [code = '', ...place] = key.split('|');
  return place.length > 0 ? `${codeText(code)}: ${place.join(', ')}` : codeText(code);
}

const SOURCES: Record<string, string> = { MATRIX: 'the matrix', LIST: 'the list', ROSTER: 'the roster' };

function sourceText(after: Values): string {
  const [source, name] = [textOf(after, 'source'), textOf(after, 'sourceName')];
  return `${SOURCES[source ?? ''] ?? 'a file'}${name ? ` (${name})` : ''}`;
}

function accountingText(after: Values): string {
  const { read, accepted } = valuesOf(after['accounting']);
  return typeof read === 'number' && typeof accepted === 'number'
    ? `: ${accepted} of ${read} read were taken`
    : '';
}

function handMade(what: string, after: Values, before: Values): HistoryWords {
  const lines = (values: unknown): string[] => (Array.isArray(values) ? values.flatMap(entryText) : []);
  const changed = after['studiesChanged'];
  return {
    what: typeof changed === 'number' ? `${what}: ${counted(changed, 'change')} of reader` : what,
    reason: textOf(after, 'reason'),
    details: [
      ...lines(Array.isArray(before) ? before : []).map((line) => `before: ${line}`),
      ...lines(after['entries']).map((line) => `after: ${line}`),
    ],
  };
}

/** `Sat 12 Dec 2026, ON2: Ambrose Greavesend Jr 23:00-08:00` */
function entryText(entry: unknown): string[] {
  const values = valuesOf(entry);
  const [date, shiftType] = [textOf(values, 'date'), textOf(values, 'shiftType')];
  if (!date || !shiftType) return [];
  const [start, end] = [textOf(values, 'start'), textOf(values, 'end')];
  const hours = start && end ? ` ${start}-${end}` : '';
  return [`${dayYearText(date)}, ${shiftType}: ${textOf(values, 'person') ?? 'nobody'}${hours}`];
}
