import type { CellBuilder } from './cell-builder.ts';
import { isBlank } from './is-blank.ts';
import { showValue } from './show-value.ts';
import type { CellValue } from './workbook-event.ts';
import { type NumberShape, serialValue } from './xlsx-date.ts';
import { type CoveredCells, columnOf } from './xlsx-merges.ts';
import { localName } from './xlsx-parts.ts';
import type { XmlAttributes, XmlHandler } from './xml-reader.ts';

/** What the cells of a sheet refer to. */
export interface XlsxBook {
  strings: readonly string[];
  shapes: readonly NumberShape[];
  from1904: boolean;
}

/** `B3` or `AA10` to the column from 0; null for any other text. */
function parseColumn(reference: string): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference)?.[1];
  return letters === undefined ? null : columnOf(letters);
}

/** Understands one sheet of an .xlsx; the cached values of formulas count. What a merge covers is not shown, so not read. */
export class XlsxContent implements XmlHandler {
  private readonly builder: CellBuilder;
  private readonly book: XlsxBook;
  private readonly covered: CoveredCells;
  private row = 0;
  private column = -1;
  private cell: XmlAttributes | null = null;
  private inValue = false;
  private aside = 0;
  private written = '';

  constructor(builder: CellBuilder, book: XlsxBook, covered: CoveredCells) {
    this.builder = builder;
    this.book = book;
    this.covered = covered;
  }

  open(name: string, attributes: XmlAttributes): void {
    switch (localName(name)) {
      case 'row': {
        const row = Number(attributes['r']);
        this.row = Number.isSafeInteger(row) && row > 0 ? row : this.row + 1;
        this.column = -1;
        break;
      }
      case 'c':
        this.cell = attributes;
        this.column = parseColumn(attributes['r'] ?? '') ?? this.column + 1;
        this.written = '';
        break;
      case 'rPh':
        this.aside += 1;
        break;
      case 'v':
      case 't':
        this.inValue = this.cell !== null && this.aside === 0;
        break;
      default:
    }
  }

  text(text: string): void {
    if (this.inValue) this.written += text;
  }

  close(name: string): void {
    switch (localName(name)) {
      case 'v':
      case 't':
        this.inValue = false;
        break;
      case 'rPh':
        this.aside -= 1;
        break;
      case 'c':
        if (this.cell) this.endCell(this.cell);
        this.cell = null;
        break;
      case 'row':
        this.builder.endRow(this.row, 1);
        break;
      default:
    }
  }

  private endCell(cell: XmlAttributes): void {
    if (this.covered.has(this.row, this.column)) return;
    const value = this.parseValue(cell);
    if (value !== null) {
      this.builder.addCell(this.column, 1, Object.assign(value, { text: showValue(value) }));
      return;
    }
    const text =
      cell['t'] === 's' ? (this.book.strings[Number(this.written || Number.NaN)] ?? '') : this.written;
    if (!isBlank(text)) this.builder.addCell(this.column, 1, { kind: 'text', text });
  }

  /** The value of a cell that is more than text; null for texts, errors and blank cells. */
  private parseValue(cell: XmlAttributes): CellValue | null {
    const written = this.written;
    if (isBlank(written)) return null;
    switch (cell['t']) {
      case 's':
      case 'str':
      case 'inlineStr':
      case 'e':
        return null;
      case 'b':
        return { kind: 'boolean', value: written.trim() === '1' };
      case 'd':
        return { kind: 'date', value: written.replace(/Z$/, '') };
      default: {
        const value = Number(written);
        if (!Number.isFinite(value)) return null;
        const shape = this.book.shapes[Number(cell['s'] ?? 0)] ?? 'number';
        return shape === 'number' ? { kind: 'number', value } : serialValue(value, shape, this.book.from1904);
      }
    }
  }
}
