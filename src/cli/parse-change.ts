import { CodedError } from '#src/domain/errors.ts';

/** Values of options that store a text; each throws BAD_REQUEST with what to write instead. */
export function parseText(text: string, most: number, what: string): string {
  const trimmed = text.trim();
  if (trimmed !== '' && trimmed.length <= most) return trimmed;
  throw new CodedError('BAD_REQUEST', `${what} has 1 to ${most} characters, not ${trimmed.length}.`);
}

/** `none` takes the value away. */
export const parseTextOrNone = (text: string, most: number, what: string): string | null =>
  isNone(text) ? null : parseText(text, most, what);

export const isNone = (text: string): boolean => /^(none)?$/i.test(text.trim());

type Parsers = Record<string, (text: string) => unknown>;

/** What is given of the options, each read by its parser: what is left out stays. */
export function parseGiven<P extends Parsers>(
  options: { [K in keyof P]?: string | undefined },
  parsers: P,
): { [K in keyof P]?: ReturnType<P[K]> } {
  const given = Object.entries(parsers).flatMap(([name, parse]) => {
    const text = options[name];
    return text === undefined ? [] : [[name, parse(text)] as const];
  });
  return Object.fromEntries(given) as { [K in keyof P]?: ReturnType<P[K]> };
}

/** BAD_REQUEST where a command was told nothing to change. */
export function requireChange(change: object, command: string, example: string): void {
  if (Object.keys(change).length > 0) return;
  throw new CodedError('BAD_REQUEST', `Name what to set, e.g. ${example}. See schedcu ${command} --help.`);
}
