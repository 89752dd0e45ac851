/** A pattern for ILIKE that finds `text` anywhere; its `%` and `_` mean themselves. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
