import type { WorkbookCell } from '#src/sources/matrix/workbook-event.ts';

const MARKS = new Set(['x', '✓', '✔', '1', 'true']);

/** Whether a cell under a position is a mark: x or X, ✓, 1 or TRUE, typed or made by a formula. */
export function isMark(cell: WorkbookCell): boolean {
  switch (cell.kind) {
    case 'text':
      // A check mark may carry a sign that asks for its plain or coloured shape.
      return MARKS.has(cell.text.replace(/\s|\u00a0|\ufe0e|\ufe0f/g, '').toLowerCase());
    case 'number':
      return cell.value === 1;
    case 'boolean':
      return cell.value;
    default:
      return false;
  }
}
