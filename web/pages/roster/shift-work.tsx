import type { DoneChange } from './change-done.tsx';
import type { Shift, ShiftPart } from './roster-grid.ts';
import type { Duty } from './roster-queries.ts';
import { SickCall } from './sick-call.tsx';
import { SwapCall } from './swap-call.tsx';
import { useRosterSearch } from './use-roster-search.ts';

interface Props {
  code: string;
  now: string;
  version: string | undefined;
  shift: Shift;
  part: ShiftPart;
  duties: readonly Duty[];
  onDone(done: DoneChange): void;
}

/** What whoever schedules does about a shift: find somebody for it, or swap it. */
export function ShiftWork(props: Props) {
  const { search } = useRosterSearch();
  const { duty } = props.part;
  if (search.swap && duty?.person) return <SwapCall {...props} own={{ ...duty, person: duty.person }} />;
  return <SickCall {...props} />;
}
