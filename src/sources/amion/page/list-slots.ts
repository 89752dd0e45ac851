import type { SetAsideRow } from '#src/domain/roster.ts';
import type { Finding } from '../finding.ts';
import { expandGrid } from './expand-grid.ts';
import { type PageCell, type PageTable, textOf } from './page-document.ts';
import { type GridDate, parseGridDate } from './parse-heading.ts';
import { parseServiceCell, type Service } from './parse-service-cell.ts';

/** One cell of the grid: an assignment on a date. */
export interface Slot {
  /** Row of the grid from 1, the heading row counted; a second grid's rows are counted on. */
  line: number;
  date: GridDate | null;
  dateText: string;
  service: Service;
  cell: PageCell;
}

interface Slots {
  slots: Slot[];
  /** Rows that are damaged as a whole. */
  broken: { setAside: SetAsideRow[]; findings: Finding[] };
}

/** The cells of the grids of a page in order of rows, whether their dates go down or across. */
export function listSlots(file: string, grids: PageTable[]): Slots {
  const result: Slots = { slots: [], broken: { setAside: [], findings: [] } };
  let above = 0;
  for (const grid of grids) {
    addSlots(result, file, grid, above);
    above += grid.rows.length;
  }
  return result;
}

/** `above`: rows of the grids before this one, which its lines are counted on from. */
function addSlots({ slots, broken }: Slots, file: string, grid: PageTable, above: number): void {
  const [head = [], ...body] = expandGrid(grid.rows);
  const across = head.slice(1).some((cell) => parseGridDate(textOf(cell.runs)) !== null);
  body.forEach((cells, index) => {
    const line = above + index + 2;
    const [label, ...rest] = cells;
    if (!label || isBlankRow(cells) || grid.rows[index + 1]?.background === grid.rows[0]?.background) return;
    if (cells.length < head.length) {
      const text = cells.map((cell) => textOf(cell.runs).replace(/\n/g, ' ')).join(' | ');
      broken.setAside.push({
        file,
        line,
        text: text.slice(0, 500),
        fate: 'rejected',
        reason: 'the row breaks off',
      });
      broken.findings.push(shortRow(line, cells.length, head.length));
      return;
    }
    rest.forEach((cell, column) => {
      const top = head[column + 1];
      if (top && textOf(top.runs) !== '')
        slots.push(slotOf(line, across ? [top, label] : [label, top], cell));
    });
  });
}

function slotOf(line: number, [dateCell, serviceCell]: [PageCell, PageCell], cell: PageCell): Slot {
  const dateText = textOf(dateCell.runs).replace(/\n/g, ' ');
  return { line, date: parseGridDate(dateText), dateText, service: parseServiceCell(serviceCell), cell };
}

const isBlankRow = (cells: PageCell[]): boolean => cells.every((cell) => textOf(cell.runs) === '');

const shortRow = (line: number, found: number, wanted: number): Finding => ({
  code: 'AMION_UNEXPECTED_RESPONSE',
  line,
  value: '',
  what: `${found} of ${wanted} cells: the page breaks off`,
  remedy: 'It is not whole: save or fetch it again.',
});
