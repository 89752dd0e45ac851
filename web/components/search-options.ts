export interface Option {
  value: string;
  label: string;
  /** What tells it from others of the same name. */
  more?: string;
}

/** More than anybody reads through: who looks for another one types on. */
const MOST = 100;

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s/_,-]+/)
    .filter(Boolean);

/**
 * Options in which every word of the search begins a word (`york new` finds `America/New_York`), at most a hundred; the one to
 * keep is among them, so that it can still be shown as chosen, and says that it is no answer to the search.
 */
export function shownOptions(
  options: readonly Option[],
  { search, keep }: { search: string; keep: Option | null },
): Option[] {
  const wanted = words(search);
  const found = options
    .filter(({ label, more = '' }) => {
      const known = words(`${label} ${more}`);
      return wanted.every((word) => known.some((one) => one.startsWith(word)));
    })
    .slice(0, MOST);
  if (!keep || found.some(({ value }) => value === keep.value)) return found;
  return [...found, { value: keep.value, label: keep.label, more: 'chosen at present' }];
}
