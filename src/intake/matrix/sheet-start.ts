/** A sheet of the workbook before its rows. */
export interface SheetStart {
  /** Place in the workbook from 0, hidden sheets counted. */
  index: number;
  name: string;
  hidden: boolean;
}
