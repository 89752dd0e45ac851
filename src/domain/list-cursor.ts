import { CodedError } from './errors.ts';
import { parseId } from './ids.ts';
import { parseLocalDate } from './local-date.ts';

/** Reads a part of a sort key; null for a text that no row can have there, and that a database would choke on. */
type KeyPart = (text: string) => string | null;

export const idPart: KeyPart = (text) => parseId(text);

/** A database knows no year 0. */
export const datePart: KeyPart = (text) => (text.startsWith('0000') ? null : parseLocalDate(text));

/** A whole number from 0. */
export const numberPart: KeyPart = (text) => (/^(0|[1-9]\d{0,8})$/.test(text) ? text : null);

export const textPart: KeyPart = (text) => (text.includes('\0') || !text.isWellFormed() ? null : text);

/** A list that is answered in parts. */
export interface SortedList {
  /** Unlike that of every other list; what belongs to one thing (a version's shifts) names the thing. */
  name: string;
  /** The columns that it is sorted by. */
  key: readonly KeyPart[];
}

/** Stands for the place after the row with this sort key. */
export const toCursor = ({ name }: SortedList, key: readonly string[]): string =>
  Buffer.from(JSON.stringify([name, ...key])).toString('base64url');

/** The sort key in a cursor. BAD_REQUEST for every text that `toCursor` never gives for this list. */
export function parseCursor(list: SortedList, cursor: string): string[] {
  const [, ...key] = readTexts(cursor);
  const isWhole = key.length === list.key.length && list.key.every((parse, at) => isRead(parse, key[at]));
  if (isWhole && toCursor(list, key) === cursor) return key;
  throw notOfThisList();
}

export const notOfThisList = (): CodedError =>
  new CodedError('BAD_REQUEST', 'The cursor is not one of this list. Begin again without a cursor.');

const isRead = (parse: KeyPart, text: string | undefined): boolean =>
  text !== undefined && parse(text) === text;

function readTexts(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : [];
  } catch {
    // No cursor of any list.
    return [];
  }
}
