/** `Allen CT Body, CPMC US`, or the first six and the number of the others. */
export function studiesText(studies: readonly string[]): string {
  return studies.length > 6
    ? `${studies.slice(0, 6).join(', ')} and ${studies.length - 6} more`
    : studies.join(', ');
}
