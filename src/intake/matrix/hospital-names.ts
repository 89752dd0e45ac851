/**
 * Which hospital a label or cell names. `Mercy West CT Neuro` is the hospital `Mercy West` where that is known, even when
 * `Mercy` is known too: the longest name wins. Where no hospitals are given at all, the first word is the hospital.
 */
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

export class HospitalNames {
  /** Hospitals made from names that nobody knew, in the order of their appearance. */
  readonly created: string[] = [];
  private readonly codes = new Map<string, string>();
  private readonly knownLongestFirst: string[];
  private readonly acceptsAll: boolean;
  private readonly reportsCreated: boolean;

  /** `known` null: every first word is a hospital. `create`: names unknown become hospitals, too. */
  constructor(known: readonly KnownHospital[] | null, create: boolean) {
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
    return this.codes.get(name.toLowerCase()) ?? (this.acceptsAll ? this.accept(name) : null);
  }

  private accept(name: string): string {
    this.codes.set(name.toLowerCase(), name);
    if (this.reportsCreated) this.created.push(name);
    return name;
  }
}
