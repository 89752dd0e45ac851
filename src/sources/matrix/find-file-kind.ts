import { isUtf8 } from 'node:buffer';
import { encrypted, readPackage, type SpreadsheetPackage } from './read-package.ts';
import { UnreadableFile } from './unreadable-file.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

export type FileKind =
  | { kind: 'ods' | 'xlsx'; file: SpreadsheetPackage }
  | { kind: 'csv'; encoding: 'utf-8' | 'windows-1252' };

const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const SNIFFED = 64 * 1024;
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

const startsWith = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  beginning.every((byte, index) => bytes[index] === byte);

function notASpreadsheet(what: string): UnreadableFile {
  return new UnreadableFile(
    'INVALID_FILE_TYPE',
    `is ${what}, not a spreadsheet; save the schedule as .ods, .xlsx or .csv and try again`,
  );
}

const CONTENTS: Record<FileKind['kind'], string> = {
  ods: 'an OpenDocument workbook',
  xlsx: 'an Excel workbook',
  csv: 'plain text',
};

/** A name that ends in .ods, .xlsx or .csv over another content is refused: who renamed it may not know what it holds. */
export function requireClaimedKind(fileName: string, kind: FileKind['kind']): void {
  const ending = /\.(ods|xlsx|csv)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (ending === undefined || ending === kind) return;
  throw new UnreadableFile(
    'INVALID_FILE_TYPE',
    `is called .${ending}, but holds ${CONTENTS[kind]}; give it the ending .${kind} if that is what it should be, or save it as .${ending}`,
  );
}

/** What a file is by its content alone. */
export async function findFileKind(bytes: Uint8Array, limits: WorkbookLimits): Promise<FileKind> {
  if (startsWith(bytes, [0x50, 0x4b])) return findPackageKind(await readPackage(bytes, limits));
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED_PACKAGE))
      throw encrypted();
    throw notASpreadsheet('an Office file of the old kind (.xls, .doc)');
  }
  return { kind: 'csv', encoding: findTextEncoding(bytes) };
}

async function findPackageKind(file: SpreadsheetPackage): Promise<FileKind> {
  const mimetype = file.has('mimetype') ? (await file.inflateText('mimetype', SNIFFED)).trim() : null;
  if (mimetype?.startsWith(ODS_TYPE)) return { kind: 'ods', file };
  if (mimetype !== null) throw notASpreadsheet(`of type "${mimetype.slice(0, 100)}"`);
  if (file.has('content.xml')) return { kind: 'ods', file };
  if (file.has('[Content_Types].xml') && file.has('xl/workbook.xml')) return { kind: 'xlsx', file };
  if (file.has('xl/workbook.bin')) throw notASpreadsheet('a binary workbook (.xlsb)');
  throw notASpreadsheet('a zip package of another kind');
}

/** Text with commas or semicolons, without the signs of another format. */
function findTextEncoding(bytes: Uint8Array): 'utf-8' | 'windows-1252' {
  const head = bytes.subarray(0, SNIFFED);
  const text = Buffer.from(head).toString('latin1');
  if (!/\S/.test(text)) throw notASpreadsheet('empty');
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    throw notASpreadsheet('text in UTF-16 (save it as UTF-8)');
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data from text
  if (/[\x00-\x08\x0e-\x1f\x7f]/.test(text)) throw notASpreadsheet('of a binary kind');
  const beginning = text.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^%PDF-|^\{\\rtf/.test(beginning)) throw notASpreadsheet('a PDF or text document');
  if (/^[<{[]/.test(beginning)) throw notASpreadsheet('a page, XML or JSON text');
  if (!/[,;]/.test(beginning)) throw notASpreadsheet('plain text without columns');
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}
