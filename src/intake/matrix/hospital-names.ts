/**
 * Which hospital a label or cell names. `Mercy West CT Neuro` is the hospital `Mercy West` where that is known, even when
 * `Mercy` is known too: the longest name wins. Where no hospitals are given at all, the first word is the hospital.
 */
import { distance } from 'fastest-levenshtein';
import { parseHospitalCode } from '#src/domain/hospital-code.ts';
import type { KnownHospital } from '#src/domain/matrix.ts';
import { collapseSpaces } from '#src/domain/study.ts';

export interface NamedHospital {
  hospital: string;
  /** The label without its hospital. */
  rest: string;
}

/** The first word of a label (spaces collapsed). */
export function firstWord(label: string): string {
  const space = label.indexOf(' ');
  return space < 0 ? label : label.slice(0, space);
}

/** Letters that differ, of all of them: 0 for equal texts, 1 where nothing is alike. */
const unlikeness = (a: string, b: string): number => distance(a, b) / Math.max(a.length, b.length, 1);

const MOST_ASKED = 200;
const LONGEST_NAME = 100;

export class HospitalNames {
  /** Hospitals made from names that nobody knew, in the order of their appearance. */
  readonly created: string[] = [];
  private readonly codes = new Map<string, string>();
  private asked = 0;
  private readonly knownLongestFirst: string[];
  private readonly known: readonly KnownHospital[];
  private readonly acceptsAll: boolean;
  private readonly reportsCreated: boolean;

  /** `known` null: every first word is a hospital. `create`: names unknown become hospitals, too. */
  constructor(known: readonly KnownHospital[] | null, create: boolean) {
    this.known = known ?? [];
    this.acceptsAll = known === null || create;
    this.reportsCreated = create;
    for (const { code, name } of known ?? []) this.codes.set(collapseSpaces(name).toLowerCase(), code);
    for (const { code } of known ?? []) this.codes.set(collapseSpaces(code).toLowerCase(), code);
    this.codes.delete('');
    this.knownLongestFirst = [...this.codes.keys()].sort((a, b) => b.length - a.length);
  }

  /** The hospital at the beginning of a label (spaces collapsed), or the first word as a name that is unknown. */
  parseLabel(label: string): NamedHospital | { unknown: string } {
    const known = this.findInLabel(label);
    if (known !== null) return known;
    const first = firstWord(label);
    const hospital = this.findByName(first);
    return hospital === null ? { unknown: first } : { hospital, rest: label.slice(first.length).trim() };
  }

  /** The hospital at the beginning of a label if it is known, given or accepted before; else null, and none is made. */
  findInLabel(label: string): NamedHospital | null {
    const lower = label.toLowerCase();
    for (const name of this.knownLongestFirst) {
      if (lower.startsWith(name) && !/^[\p{L}\p{N}]/u.test(lower.slice(name.length))) {
        return { hospital: this.codes.get(name) ?? name, rest: label.slice(name.length).trim() };
      }
    }
    const first = firstWord(label);
    const hospital = this.codes.get(first.toLowerCase());
    return hospital === undefined ? null : { hospital, rest: label.slice(first.length).trim() };
  }

  /** The hospital that a whole text names, or null. */
  findByName(text: string): string | null {
    const name = collapseSpaces(text);
    if (name === '') return null;
    const known = this.codes.get(name.toLowerCase());
    if (known !== undefined) return known;
    // What is to be made must be a code; to `A/B` there is no address.
    const fits = this.acceptsAll && (!this.reportsCreated || parseHospitalCode(name) !== null);
    return fits ? this.accept(name) : null;
  }

  /** Up to three of the given hospitals that a name may mean, nearest first: by code, name or the name's first word. */
  findNearest(name: string): KnownHospital[] {
    // Of a file full of names that nobody knows the first few hundred tell enough, and take long enough.
    this.asked += 1;
    const wanted = collapseSpaces(name).toLowerCase().slice(0, LONGEST_NAME);
    if (wanted === '' || this.asked > MOST_ASKED) return [];
    const scored = this.known.map((hospital) => {
      const spellings = [hospital.code, hospital.name, firstWord(hospital.name)];
      const scores = spellings.map((spelling) => unlikeness(wanted, spelling.toLowerCase()));
      return { hospital, score: Math.min(...scores) };
    });
    return scored
      .filter(({ score }) => score <= 0.5)
      .sort((a, b) => a.score - b.score || (a.hospital.code < b.hospital.code ? -1 : 1))
      .slice(0, 3)
      .map(({ hospital }) => hospital);
  }

  private accept(name: string): string {
    this.codes.set(name.toLowerCase(), name);
    if (this.reportsCreated) this.created.push(name);
    return name;
  }
}
