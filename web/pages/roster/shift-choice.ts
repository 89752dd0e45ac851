import type { ShiftPart } from './roster-grid.ts';

/** Which part of a shift is meant: the only one, the one that is named, or the one that holds the moment asked about. */
export function choosePart(
  parts: readonly ShiftPart[],
  { part, at }: { part?: string | undefined; at?: string | undefined },
  now: string,
): ShiftPart | null {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  if (part) return parts.find(({ from }) => from.slice(11, 16) === part) ?? null;
  return parts.find(holds(at ?? now)) ?? null;
}

const holds =
  (local: string) =>
  ({ from, to }: ShiftPart): boolean =>
    from.slice(0, 16) <= local && local < to.slice(0, 16);
