import type { CellBuilder } from './cell-builder.ts';
import { OdsNames } from './ods-names.ts';
import { parseOdsCell } from './parse-ods-cell.ts';
import type { XmlAttributes, XmlHandler } from './xml-reader.ts';

type Place = 'document' | 'sheet' | 'row' | 'cell' | 'paragraph';

const ROW_GROUPS = new Set(['table:table-row-group', 'table:table-header-rows', 'table:table-rows']);
const SPACES = new Set(['text:s', 'text:tab', 'text:line-break']);
/** What stands inside a paragraph without being its text. */
const ASIDE = new Set(['office:annotation', 'office:annotation-end', 'text:note', 'text:ruby-text']);

/** A repeat count; nonsense counts once. */
function parseRepeat(text: string | undefined): number {
  if (text === undefined) return 1;
  const count = Number(text);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}

/**
 * Understands the content.xml of an .ods. Only rows that stand in a sheet of the spreadsheet itself are read: not those
 * in comments, shapes, tables inside cells, or the record of tracked changes. What a merge covers is not shown, so not read.
 */
export class OdsContent implements XmlHandler {
  /** Whether the document is a spreadsheet at all. */
  isSpreadsheet = false;
  private readonly builder: CellBuilder;
  private names: OdsNames | null = null;
  private atRoot = true;
  private place: Place = 'document';
  /** Depth inside an element that is passed over, 0 outside. */
  private skipped = 0;
  /** Depth inside spans of a paragraph. */
  private spans = 0;
  private tableStyle: string | null = null;
  private readonly hiddenStyles = new Set<string>();
  private row = 1;
  private rowRepeat = 1;
  private column = 0;
  private cell: XmlAttributes = {};
  private shown = '';
  private paragraphs = 0;

  constructor(builder: CellBuilder) {
    this.builder = builder;
  }

  open(ownName: string, ownAttributes: XmlAttributes): void {
    if (this.skipped > 0) {
      this.skipped += 1;
      return;
    }
    if (this.atRoot) {
      this.names = OdsNames.find(ownAttributes);
      this.atRoot = false;
    }
    const name = this.names === null ? ownName : this.names.usualName(ownName);
    const attributes = this.names === null ? ownAttributes : this.names.usualAttributes(ownAttributes);
    switch (this.place) {
      case 'paragraph':
        this.openInParagraph(name);
        break;
      case 'cell':
        this.openInCell(name);
        break;
      case 'row':
        this.openInRow(name, attributes);
        break;
      case 'sheet':
        this.openInSheet(name, attributes);
        break;
      case 'document':
        this.openInDocument(name, attributes);
    }
  }

  text(text: string): void {
    if (this.place === 'paragraph' && this.skipped === 0) this.shown += text;
  }

  close(ownName: string): void {
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    switch (this.place) {
      case 'paragraph':
        if (this.spans > 0) this.spans -= 1;
        else this.place = 'cell';
        break;
      case 'cell':
        this.endCell();
        this.place = 'row';
        break;
      case 'row':
        this.builder.endRow(this.row, this.rowRepeat);
        this.row += this.rowRepeat;
        this.place = 'sheet';
        break;
      case 'sheet':
        if ((this.names === null ? ownName : this.names.usualName(ownName)) === 'table:table')
          this.place = 'document';
        break;
      case 'document':
    }
  }

  private openInDocument(name: string, attributes: XmlAttributes): void {
    if (name === 'table:table' && this.isSpreadsheet) {
      const style = attributes['table:style-name'];
      const hidden = style !== undefined && this.hiddenStyles.has(style);
      this.builder.beginSheet(
        attributes['table:name'] ?? '',
        hidden || attributes['table:display'] === 'false',
      );
      this.row = 1;
      this.place = 'sheet';
    } else if (name === 'office:spreadsheet') {
      this.isSpreadsheet = true;
    } else if (name === 'style:style') {
      this.tableStyle = attributes['style:family'] === 'table' ? (attributes['style:name'] ?? null) : null;
    } else if (name === 'style:table-properties' && this.tableStyle !== null) {
      if (attributes['table:display'] === 'false') this.hiddenStyles.add(this.tableStyle);
    } else if (name === 'table:tracked-changes') {
      this.skipped = 1;
    }
  }

  private openInSheet(name: string, attributes: XmlAttributes): void {
    if (name === 'table:table-row') {
      this.rowRepeat = parseRepeat(attributes['table:number-rows-repeated']);
      this.column = 0;
      this.place = 'row';
    } else if (!ROW_GROUPS.has(name)) {
      this.skipped = 1;
    }
  }

  private openInRow(name: string, attributes: XmlAttributes): void {
    if (name === 'table:table-cell') {
      this.cell = attributes;
      this.shown = '';
      this.paragraphs = 0;
      this.place = 'cell';
      return;
    }
    if (name === 'table:covered-table-cell')
      this.column += parseRepeat(attributes['table:number-columns-repeated']);
    this.skipped = 1;
  }

  private openInCell(name: string): void {
    if (name !== 'text:p') {
      this.skipped = 1;
      return;
    }
    if (this.paragraphs > 0) this.shown += ' ';
    this.paragraphs += 1;
    this.spans = 0;
    this.place = 'paragraph';
  }

  private openInParagraph(name: string): void {
    if (ASIDE.has(name) || name.startsWith('draw:')) {
      this.skipped = 1;
      return;
    }
    if (SPACES.has(name)) this.shown += ' ';
    this.spans += 1;
  }

  private endCell(): void {
    const span = parseRepeat(this.cell['table:number-columns-repeated']);
    const content = parseOdsCell(this.cell, this.shown);
    if (content !== null) this.builder.addCell(this.column, span, content);
    this.column += span;
  }
}
