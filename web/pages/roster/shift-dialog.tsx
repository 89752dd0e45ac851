import { Dialog } from '#web/components/dialog.tsx';
import { dayText } from '#web/words/moments.ts';
import { NO_SHIFT } from './roster-search.ts';
import { ShiftSheet } from './shift-sheet.tsx';
import { useRosterSearch } from './use-roster-search.ts';
import './shift-sheet.css';

interface Props {
  code: string;
  /** Local time of the hospital. */
  now: string;
  version: string | undefined;
  mayChange: boolean;
}

/** The shift that the address names: who holds it, and what can be done about it. */
export function ShiftDialog(props: Props) {
  const { search, setSearch } = useRosterSearch();
  const { date, shift } = search;
  const close = (): void => setSearch(NO_SHIFT, { replace: true });
  return (
    <Dialog
      place="side"
      tall
      title={date && shift ? `${shift}, ${dayText(date)}` : ''}
      isOpen={date !== undefined && shift !== undefined}
      onClose={close}
    >
      {date && shift ? (
        <ShiftSheet key={`${date} ${shift}`} {...props} date={date} shiftType={shift} onClose={close} />
      ) : null}
    </Dialog>
  );
}
