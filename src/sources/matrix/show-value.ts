import type { CellValue } from './workbook-event.ts';

/** A value as text where the file does not say how it is shown: `2026-03-01`, `19:00`, `TRUE`, `1.5`. */
export function showValue(cell: CellValue): string {
  switch (cell.kind) {
    case 'time':
      return clock(cell.value);
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    default:
      return String(cell.value);
  }
}

function clock(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const hoursAndMinutes = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? hoursAndMinutes : `${hoursAndMinutes}:${two(seconds % 60)}`;
}
