import { isBlank } from './is-blank.ts';
import { showValue } from './show-value.ts';
import type { CellContent, CellValue } from './workbook-event.ts';
import type { XmlAttributes } from './xml-reader.ts';

const duration = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d+))?S)?$/;

/**
 * The content of an .ods cell with the text it shows, or null for a blank one. What claims a type without a value of it is
 * text, as shown: error formulas have an empty string-value, so the text comes first.
 */
export function parseOdsCell(attributes: XmlAttributes, shown: string): CellContent | null {
  const type = attributes['office:value-type'];
  const value = type === undefined || type === 'string' ? null : parseValue(type, attributes);
  if (value !== null) return Object.assign(value, { text: isBlank(shown) ? showValue(value) : shown });
  if (!isBlank(shown)) return { kind: 'text', text: shown };
  const text = attributes['office:string-value'] ?? '';
  return isBlank(text) ? null : { kind: 'text', text };
}

function parseValue(type: string, attributes: XmlAttributes): CellValue | null {
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const written = attributes['office:value'];
      const value = Number(written);
      return written && Number.isFinite(value) ? { kind: 'number', value } : null;
    }
    case 'date': {
      const value = attributes['office:date-value'];
      return value ? { kind: 'date', value } : null;
    }
    case 'time': {
      const value = parseDuration(attributes['office:time-value'] ?? '');
      return value === null ? null : { kind: 'time', value };
    }
    case 'boolean': {
      const value = attributes['office:boolean-value'];
      return value ? { kind: 'boolean', value: value === 'true' } : null;
    }
    default:
      return null;
  }
}

/**
 * Seconds of an ISO duration of hours, minutes and seconds; null for any other text. Rounded: spreadsheets keep a time as
 * the fraction of a day, and may write 19:00 as `PT18H59M59.999999999S`.
 */
function parseDuration(text: string): number | null {
  const match = duration.exec(text);
  if (!match || text === 'PT') return null;
  return (
    Number(match[1] ?? 0) * 3600 +
    Number(match[2] ?? 0) * 60 +
    Math.round(Number(`${match[3] ?? 0}.${match[4] ?? 0}`))
  );
}
