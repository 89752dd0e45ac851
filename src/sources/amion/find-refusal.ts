import { error, type ValidationMessage } from '#src/domain/validation.ts';
import { decodeText } from './decode-text.ts';

/**
 * Amion's failures come with status 200: `NOFI=…`, a login page, an empty body. The coded message of the failure that a
 * body is, or null where it may be a report or page. None is ever a roster without assignments.
 */
export function findRefusal(file: string, bytes: Uint8Array): ValidationMessage | null {
  const text = decodeText(bytes);
  if (text === null) {
    return unexpected(
      file,
      'is not text (binary or UTF-16)',
      'Save the report as it comes from Amion, or as UTF-8 text.',
    );
  }
  if (text.trim() === '') {
    return unexpected(file, 'is empty', 'Fetch it again; an empty answer is not an empty roster.');
  }
  const reason = /^\s*NOFI\s*=\s*([^\r\n]*)/i.exec(text)?.[1]?.trim();
  if (reason !== undefined) return noReport(file, reason.slice(0, 80));
  return isLoginPage(text) ? rejected(file, 'is the login page of Amion') : null;
}

function noReport(file: string, reason: string): ValidationMessage {
  if (/pass\s*word|login|user|denied|access|permission/i.test(reason)) {
    return rejected(file, `holds a refusal of Amion ("${reason}")`);
  }
  const what = `holds a refusal of Amion ("${reason}")`;
  if (!/no\s+file/i.test(reason))
    return unexpected(file, what, 'Fetch it again, or ask Amion what it means.');
  const remedy =
    'There is no schedule file for that month: ask for a month that the department has published.';
  const message = unexpected(file, what, remedy);
  return { ...message, context: { ...message.context, noFile: true } };
}

/** A page that asks for the login and holds no schedule. */
function isLoginPage(text: string): boolean {
  const asks =
    /<form\b[^>]{0,500}\bAmionLogin\b|<input\b[^>]{0,500}\b(?:name\s*=\s*["']?(?:login|password|pw)\b|type\s*=\s*["']?password\b)/i;
  return /<\w/.test(text) && asks.test(text) && !/bgcolor\s*=\s*["']?#?f6deac/i.test(text);
}

function rejected(file: string, what: string): ValidationMessage {
  const text = `${file} ${what}: Amion did not accept the login. Check the department's Amion login (AMION_LOGIN or its setting) and fetch again.`;
  return error('AMION_REJECTED_LOGIN', text, [file], { file });
}

/** The message for an answer that is no report; `what` continues the file's name, `remedy` is a sentence. */
export function unexpected(file: string, what: string, remedy: string, line?: number): ValidationMessage {
  const place = line === undefined ? { file } : { file, line };
  return error('AMION_UNEXPECTED_RESPONSE', `${file} ${what}. ${remedy}`, [file, what], place);
}
