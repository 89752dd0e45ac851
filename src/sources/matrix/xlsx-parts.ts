import { UnreadableFile } from './unreadable-file.ts';
import { builtInShape, type NumberShape, parseNumberShape } from './xlsx-date.ts';
import type { XmlAttributes, XmlHandler } from './xml-reader.ts';

/** A name without its prefix: some programs write `x:row` for `row`. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute whatever its prefix: `r:id`. */
function prefixed(attributes: XmlAttributes, local: string): string | undefined {
  for (const name in attributes) {
    if (name.includes(':') && localName(name) === local) return attributes[name];
  }
  return undefined;
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';
const ignore = (): void => {};

export interface XlsxSheet {
  name: string;
  hidden: boolean;
  relation: string;
}

/** xl/workbook.xml: the sheets in order, and where days are counted from. */
export class XlsxWorkbook implements XmlHandler {
  readonly sheets: XlsxSheet[] = [];
  from1904 = false;
  readonly close = ignore;
  readonly text = ignore;

  open(name: string, attributes: XmlAttributes): void {
    const local = localName(name);
    if (local === 'workbookPr') this.from1904 = isTrue(attributes['date1904']);
    if (local !== 'sheet') return;
    const state = attributes['state'];
    this.sheets.push({
      name: attributes['name'] ?? '',
      hidden: state === 'hidden' || state === 'veryHidden',
      relation: prefixed(attributes, 'id') ?? '',
    });
  }
}

/** A relations part: ids to targets inside the package; those outside are none of ours. */
export class XlsxRelations implements XmlHandler {
  readonly targets = new Map<string, string>();
  readonly close = ignore;
  readonly text = ignore;

  open(name: string, attributes: XmlAttributes): void {
    if (localName(name) !== 'Relationship' || attributes['TargetMode'] === 'External') return;
    this.targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
  }
}

/** xl/styles.xml: for each cell style whether its numbers are dates or times. */
export class XlsxStyles implements XmlHandler {
  readonly shapes: NumberShape[] = [];
  private readonly formats = new Map<number, NumberShape>();
  private inCellFormats = false;
  readonly text = ignore;

  open(name: string, attributes: XmlAttributes): void {
    const local = localName(name);
    if (local === 'numFmt') {
      this.formats.set(Number(attributes['numFmtId']), parseNumberShape(attributes['formatCode'] ?? ''));
    } else if (local === 'cellXfs') {
      this.inCellFormats = true;
    } else if (local === 'xf' && this.inCellFormats) {
      const id = Number(attributes['numFmtId'] ?? 0);
      this.shapes.push(this.formats.get(id) ?? builtInShape(id));
    }
  }

  close(name: string): void {
    if (localName(name) === 'cellXfs') this.inCellFormats = false;
  }
}

/** xl/sharedStrings.xml: the texts of the workbook, rich-text runs joined, readings for the pronunciation left out. */
export class XlsxStrings implements XmlHandler {
  readonly texts: string[] = [];
  private readonly mostTexts: number;
  private charactersLeft: number;
  private current = '';
  private inText = false;
  private aside = 0;

  constructor(mostTexts: number, mostCharacters: number) {
    this.mostTexts = mostTexts;
    this.charactersLeft = mostCharacters;
  }

  open(name: string): void {
    const local = localName(name);
    if (local === 'si') this.current = '';
    else if (local === 'rPh') this.aside += 1;
    else if (local === 't') this.inText = this.aside === 0;
  }

  text(text: string): void {
    if (this.inText) this.current += text;
  }

  close(name: string): void {
    const local = localName(name);
    if (local === 't') this.inText = false;
    else if (local === 'rPh') this.aside -= 1;
    else if (local === 'si') this.keep();
  }

  private keep(): void {
    this.charactersLeft -= this.current.length;
    if (this.charactersLeft < 0 || this.texts.length >= this.mostTexts) {
      throw new UnreadableFile(
        'FILE_TOO_LARGE',
        'holds too much text; remove what is not needed and save it again',
      );
    }
    this.texts.push(this.current);
  }
}
