/**
 * The parts of the board for whoever does not see it. Its blocks stand where their minutes are, which no table can do, so it
 * is made of plain elements with the roles of one; the focus goes from block to block, not from cell to cell.
 */
export const gridOf = (label: string, rows: number, columns: number) => ({
  ...{ role: 'grid', 'aria-label': label, 'aria-readonly': true },
  ...{ 'aria-rowcount': rows, 'aria-colcount': columns },
});

/** Places are counted from 1. */
export const gridRow = (place: number) => ({ role: 'row', 'aria-rowindex': place });
export const columnHeader = (place: number) => ({ role: 'columnheader', 'aria-colindex': place });
export const rowHeader = () => ({ role: 'rowheader', 'aria-colindex': 1 });
export const gridCell = (place: number) => ({ role: 'gridcell', 'aria-colindex': place });
