/** Column 0 is A, 25 is Z, 26 is AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `B3` for column 1 (from 0) and row 3 (from 1). */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}
