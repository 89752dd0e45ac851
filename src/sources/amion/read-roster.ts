import type { RosterReading } from '#src/domain/roster.ts';
import { decodeText } from './decode-text.ts';
import { findRefusal, unexpected } from './find-refusal.ts';
import { isPage } from './is-page.ts';
import { parsePage } from './page/parse-page.ts';
import { readMonthPage } from './page/read-month-page.ts';
import { readWhosOnPage } from './page/read-whos-on-page.ts';
import { emptyPart, type PartReading } from './part-reading.ts';
import { readAssignmentReport } from './report/read-assignment-report.ts';
import { readStaffList } from './report/read-staff-list.ts';
import { reasonAgainst, setServicesAside } from './set-services-aside.ts';

/** A saved or fetched report or page; `name` is the word for it in messages. */
export interface RosterFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Reads Amion reports (619, 625c, their tab, `--` and Division forms, 706) and pages (month grid, who's on). The kind is
 * told by the content, not by the name. Rows keep the order of files and lines. Whatever is no report is an ERROR with
 * its code, never an empty roster; a body that breaks off is one too.
 */
export function readRoster(files: RosterFile[]): RosterReading {
  const parts = setServicesAside(files.map(readFile));
  return {
    reports: parts.flatMap((part) => part.report ?? []),
    rows: parts.flatMap((part) => part.rows),
    setAside: parts.flatMap((part) => part.setAside),
    staff: parts.flatMap((part) => part.staff).filter((member) => reasonAgainst(member) === null),
    messages: parts.flatMap((part) => part.messages),
  };
}

function readFile({ name, bytes }: RosterFile): PartReading {
  const refusal = findRefusal(name, bytes);
  const text = decodeText(bytes);
  if (refusal || text === null) return { ...emptyPart(), messages: refusal ? [refusal] : [] };
  const reading = isPage(text)
    ? readPage(name, text)
    : (readAssignmentReport(name, text) ?? readStaffList(name, text));
  if (reading) return reading;
  const what = isPage(text) ? 'is a page without a schedule' : 'is no report that Amion makes';
  const remedy = "Give a report 619, 625c or 706, a month page or a who's-on page, as Amion sends it.";
  return { ...emptyPart(), messages: [unexpected(name, what, remedy)] };
}

function readPage(name: string, html: string): PartReading | null {
  const page = parsePage(html);
  const part = readMonthPage(name, page) ?? readWhosOnPage(name, page);
  if (part === null || page.whole) return part;
  const broken = unexpected(name, 'breaks off inside of a table', 'It is not whole: save or fetch it again.');
  return { ...part, messages: [broken, ...part.messages] };
}
