import type { PageDocument, PageOption } from './page-document.ts';

/** A name on a page, in the spelling of the page's own list of names where that has it. */
export interface PagePerson {
  name: string;
  staffId: string | null;
}

/** One spelling for `Last, First` and `First Last`, without case, accents and punctuation. */
export function nameKey(name: string): string {
  const [last, ...first] = name.split(',');
  const turned = first.length > 0 ? `${first.join(' ')} ${last}` : name;
  return turned
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Marks after a name (`*`, `+`, `=`, footnote digits) say something about the shift, not the person. */
export function withoutMarks(name: string): string {
  return name.replace(/[\s\d*+=,†‡§]+$/u, '').trim() || name.trim();
}

/**
 * Names of the page with their ids, from its highlight list (`Hili`) and its links (`Ps=12&Ui=24*501*Last, First`). Both
 * are the unique ids of the feed where those are numbers.
 */
export class PagePeople {
  readonly #known = new Map<string, PagePerson>();

  constructor(page: PageDocument) {
    for (const option of named(page.options.get('hili'))) this.#add(option.text, option.value);
    for (const cell of page.tables.flatMap((table) => table.rows.flatMap((row) => row.cells))) {
      for (const link of cell.links) {
        const match = /[?&]Ps=(\d+)&Ui=[^&*]*\*\d+\*([^&]+)/i.exec(link);
        if (match && !this.#known.has(nameKey(match[2] ?? ''))) this.#add(match[2] ?? '', match[1] ?? null);
      }
    }
  }

  /** Of two people with one name neither id is sure. */
  #add(name: string, staffId: string | null): void {
    const key = nameKey(name);
    this.#known.set(key, { name, staffId: this.#known.has(key) ? null : staffId });
  }

  /** The person whose name this is, in either order, with or without marks. */
  find(name: string): PagePerson | null {
    return this.#known.get(nameKey(name)) ?? this.#known.get(nameKey(withoutMarks(name))) ?? null;
  }
}

/** Ids of assignments by name, from the page's row list (`Rsel`). */
export function readAssignmentIds(page: PageDocument): (assignment: string) => string | null {
  const key = (name: string): string => name.replace(/\s+/g, '').toLowerCase();
  const ids = new Map(named(page.options.get('rsel')).map((option) => [key(option.text), option.value]));
  return (assignment) => ids.get(key(assignment)) ?? null;
}

/** Without the entry that stands for all (`-- All rows --`, value 0). */
function named(options: PageOption[] = []): PageOption[] {
  return options.filter(
    (option) => option.value !== '' && option.value !== '0' && !option.text.startsWith('--'),
  );
}
