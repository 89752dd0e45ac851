/** A piece of text on a page, as far as schedules need its looks. A line break is a run of its own, `\n`. */
export interface PageRun {
  /** Non-breaking spaces made spaces. */
  text: string;
  /** `#rrggbb` in small letters; null is the page's own colour. */
  colour: string | null;
  /** A footnote's number: small and raised. */
  footnote: boolean;
  href: string | null;
}

interface PageImage {
  src: string;
  title: string;
}

/** One cell of a table with its own content; tables inside it are tables of the page, only their titles count here. */
export interface PageCell {
  runs: PageRun[];
  images: PageImage[];
  links: string[];
  /** Titles of tables and images nested in the cell. */
  nestedTitles: string[];
  title: string;
  className: string;
  columns: number;
  rows: number;
}

export interface PageRow {
  /** Small letters, without `#`. */
  background: string;
  cells: PageCell[];
}

export interface PageTable {
  border: string;
  rows: PageRow[];
}

export interface PageOption {
  value: string;
  text: string;
}

/** A page as plain data: every table with only its own rows, and the text outside of tables. */
export interface PageDocument {
  title: string;
  tables: PageTable[];
  /** Text of the page that stands in no table. */
  loose: PageRun[];
  /** Options of each drop-down by the name of the list in small letters. */
  options: Map<string, PageOption[]>;
  /** False where the markup breaks off inside of a table. */
  whole: boolean;
}

/** The text of runs, spaces collapsed, without footnotes; lines divided by `\n`. */
export function textOf(runs: PageRun[]): string {
  const text = runs.map((run) => (run.footnote ? ' ' : run.text)).join('');
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
