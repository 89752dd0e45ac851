/**
 * How much a client wants a media type, from 1 down to 0 (not at all), by its Accept header (RFC 9110): the most exact range
 * that fits decides. A client that says nothing takes anything.
 */
export function weightOf(accept: string | undefined, type: string): number {
  if (accept === undefined || accept.trim() === '') return 1;
  const ranges = readRanges(accept);
  for (const range of [type, `${type.split('/')[0]}/*`, '*/*']) {
    const weight = ranges.get(range);
    if (weight !== undefined) return weight;
  }
  return 0;
}

/** Whether a client names a media type itself, and takes it. */
export const namesType = (accept: string | undefined, type: string): boolean =>
  (readRanges(accept ?? '').get(type) ?? 0) > 0;

/** Ranges in small letters, without their parameters, and their weights. */
export function readRanges(accept: string): Map<string, number> {
  const ranges = new Map<string, number>();
  for (const part of accept.toLowerCase().split(',')) {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((one) => one.startsWith('q='));
    if (range !== '') ranges.set(range, weight === undefined ? 1 : Number(weight.slice(2)) || 0);
  }
  return ranges;
}
