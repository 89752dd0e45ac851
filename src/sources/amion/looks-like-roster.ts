import { decodeText } from './decode-text.ts';
import { isPage } from './is-page.ts';
import { readRoster } from './read-roster.ts';

/** As much of a file as its kind shows in. */
const HEAD = 64 * 1024;
const LINE_FEED = 10;

/** Whether a file is, by its content, a report or page of Amion (a refusal, too); every other is for the workbook's reader. */
export function looksLikeRoster(bytes: Uint8Array): boolean {
  const head = headOf(bytes);
  const text = decodeText(head);
  if (text === null) return false;
  if (isPage(text) || /^\s*NOFI\s*=/i.test(text)) return true;
  const { reports, staff } = readRoster([{ name: 'head', bytes: head }]);
  return reports.length > 0 || staff.length > 0;
}

/** Whole lines only: half a character or half a row would be taken for something else. */
function headOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= HEAD) return bytes;
  const head = bytes.subarray(0, HEAD);
  const end = head.lastIndexOf(LINE_FEED);
  return end > 0 ? head.subarray(0, end + 1) : head;
}
