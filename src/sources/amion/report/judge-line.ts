import { COLUMN, hasDate, isData, type ReportLayout } from './find-report-layout.ts';
import { isPreamble } from './read-preamble.ts';
import { LEAST_FIELDS, splitFields } from './split-fields.ts';
import type { ReportLine } from './split-lines.ts';

/**
 * What a line is: `data`, well-formed or not; `short`, meant as data but with too few fields; `cut`, the last line of a
 * body that breaks off; `preamble`, or anything else that is no assignment.
 */
interface JudgedLine {
  verdict: 'data' | 'short' | 'cut' | 'preamble';
  fields: string[];
}

/** Judges one line; `begun` says whether a line of data stands above it. */
export function judgeLine(line: ReportLine, layout: ReportLayout, begun: boolean): JudgedLine {
  const { fields, closed } = splitFields(line.text, layout.delimiter);
  if (
    isData(fields, layout) &&
    (begun || hasDate(fields, layout.offset) || isDivided(line, fields, layout))
  ) {
    return { fields, verdict: isCutData(line, fields, closed, layout) ? 'cut' : 'data' };
  }
  if (isPreamble(line.text)) return { fields, verdict: 'preamble' };
  const meant = isMeantAsData(line, fields, begun, layout);
  if (!line.ended && (begun || meant)) return { fields, verdict: 'cut' };
  if (!meant) return { fields, verdict: 'preamble' };
  return { fields, verdict: fields.length < LEAST_FIELDS + layout.offset ? 'short' : 'data' };
}

/** Only names and assignments are quoted, and tabs divide only data; above the data a preamble may say anything else. */
function isMeantAsData(line: ReportLine, fields: string[], begun: boolean, layout: ReportLayout): boolean {
  const divided = isDivided(line, fields, layout);
  if (!begun && line.ended) return divided && layout.delimiter === ',' && fields.length > 3;
  return divided || (begun && fields.length > 3);
}

function isDivided(line: ReportLine, fields: string[], { delimiter }: ReportLayout): boolean {
  return delimiter === ',' ? line.text.trimStart().startsWith('"') : fields.length > 1;
}

/** A cut in the last column leaves a shorter line or a shorter time (`17` of `1700`), which must not be read as 00:17. */
function isCutData(line: ReportLine, fields: string[], closed: boolean, layout: ReportLayout): boolean {
  if (line.ended) return false;
  const end = fields[COLUMN.end + layout.offset] ?? '';
  const endsInTime = fields.length === LEAST_FIELDS + layout.offset;
  const cutTime = endsInTime && (end === '' || (layout.padded && /^\d{1,3}$/.test(end)));
  return !closed || fields.length < layout.fields || cutTime;
}
