import type { LocalDate } from '#src/domain/local-date.ts';
import type { RosterRow, SetAsideRow } from '#src/domain/roster.ts';
import { info } from '#src/domain/validation.ts';
import { findAbsence } from '../find-absence.ts';
import { unexpected } from '../find-refusal.ts';
import { buildIgnoredMessages, buildMessages, type Finding } from '../finding.ts';
import { emptyPart, type PartReading } from '../part-reading.ts';
import { findReportLayout, type ReportLayout } from './find-report-layout.ts';
import { judgeLine } from './judge-line.ts';
import { parseAssignmentLine, TEXT_LIMIT } from './parse-assignment-line.ts';
import { readPreamble } from './read-preamble.ts';
import { LEAST_FIELDS } from './split-fields.ts';
import { type ReportLine, splitLines } from './split-lines.ts';

/**
 * Reads a report of assignments (619, 625c and their tab, `--` and Division forms). Null where the text is none: no line
 * of data and no preamble.
 */
export function readAssignmentReport(file: string, text: string): PartReading | null {
  const lines = splitLines(text);
  const layout = findReportLayout(file, lines);
  const first = layout ? lines.findIndex((line) => judgeLine(line, layout, false).verdict === 'data') : -1;
  const preamble = readPreamble(first < 0 ? lines : lines.slice(0, first));
  if (!layout && !preamble.valid) return null;
  const reading = readLines(file, lines, layout ?? guessLayout(file, text));
  const dates = [...reading.rows, ...reading.ignoredRows].map((row) => row.date);
  const report = {
    file,
    kind: (layout ?? guessLayout(file, text)).kind,
    asOf: preamble.asOf,
    from: least(dates) ?? preamble.from,
    to: greatest(dates) ?? preamble.to,
  };
  const { rows, setAside, findings } = reading;
  const messages = [
    ...buildMessages(file, 'line', findings),
    ...reading.cut,
    ...buildIgnoredMessages(file, 'line', setAside),
  ];
  if (rows.length + setAside.length === 0) {
    const where = report.from ? ` from ${report.from} to ${report.to}` : '';
    const say = `${file} is a whole report without a single assignment${where}. If the month is published, fetch it again.`;
    messages.push(info('COUNTS', say, [file, 'no rows'], { file, rows: 0 }));
  }
  return { ...emptyPart(report), rows, setAside, messages };
}

interface LinesReading {
  rows: RosterRow[];
  /** Rows that are no person's: set aside, but their dates are the report's. */
  ignoredRows: RosterRow[];
  setAside: SetAsideRow[];
  findings: Finding[];
  cut: PartReading['messages'];
}

function readLines(file: string, lines: ReportLine[], layout: ReportLayout): LinesReading {
  const reading: LinesReading = { rows: [], ignoredRows: [], setAside: [], findings: [], cut: [] };
  let begun = false;
  for (const line of lines) {
    const { verdict, fields } = judgeLine(line, layout, begun);
    if (verdict === 'preamble') continue;
    begun = true;
    const aside = (fate: SetAsideRow['fate'], reason: string): void => {
      reading.setAside.push({
        file,
        line: line.line,
        text: line.text.trim().slice(0, TEXT_LIMIT),
        fate,
        reason,
      });
    };
    if (verdict === 'cut') {
      const what = `breaks off in line ${line.line}`;
      reading.cut.push(unexpected(file, what, 'It is not whole: fetch it again.', line.line));
      aside('rejected', 'the report breaks off in this line');
      continue;
    }
    const parsed =
      verdict === 'short'
        ? { findings: [tooShort(line, fields.length, layout)] }
        : parseAssignmentLine(file, line, fields, layout);
    if ('findings' in parsed) {
      reading.findings.push(...parsed.findings);
      aside('rejected', parsed.findings.map((finding) => finding.what).join('; '));
      continue;
    }
    const absence = parsed.row.name === null ? null : findAbsence(parsed.row.name, parsed.row.staffType);
    if (absence === null) reading.rows.push(parsed.row);
    else {
      reading.ignoredRows.push(parsed.row);
      aside('ignored', absence);
    }
  }
  return reading;
}

function tooShort(line: ReportLine, found: number, layout: ReportLayout): Finding {
  return {
    code: 'MISSING_COLUMN',
    line: line.line,
    value: line.text.trim().slice(0, 80),
    what: `${found} of at least ${LEAST_FIELDS + layout.offset} fields`,
    remedy: 'The line is damaged: fetch the report again.',
  };
}

/** The layout of a report that has a preamble and no line of data. */
function guessLayout(file: string, text: string): ReportLayout {
  const tabs = text.includes('\t') || /tabs/i.test(file);
  const wide = /field\s+1[0-7]\b|pager|grouping/i.test(text);
  const narrow = tabs ? '619tabs' : '619';
  const broad = !tabs ? '625c' : /625tabs/i.test(file) ? '625tabs' : '625ctabs';
  return {
    delimiter: tabs ? '\t' : ',',
    offset: 0,
    kind: wide ? broad : narrow,
    fields: wide ? 17 : LEAST_FIELDS,
    padded: true,
  };
}

const least = (dates: LocalDate[]): LocalDate | null =>
  dates.reduce<LocalDate | null>((least, date) => (least === null || date < least ? date : least), null);

const greatest = (dates: LocalDate[]): LocalDate | null =>
  dates.reduce<LocalDate | null>((most, date) => (most === null || date > most ? date : most), null);
