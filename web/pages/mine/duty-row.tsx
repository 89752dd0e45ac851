import { Pencil } from 'lucide-react';
import { counted } from '#web/words/counted.ts';
import { clockFrom, dayText } from '#web/words/moments.ts';
import type { OwnDuty } from './mine-query.ts';

interface Props {
  duty: OwnDuty;
  /** Null: all are of the same. */
  department: string | null;
}

/** One duty: date, shift and hours; what is read there unfolds. */
export function DutyRow({ duty, department }: Props) {
  const { scheduleDate, shiftType, from, to, hospitals, reads, source, reason } = duty;
  return (
    <li className="mine-duty">
      <span className="mine-date">{dayText(scheduleDate)}</span>
      <span className="mine-shift">
        <strong>{shiftType}</strong> {clockFrom(from, scheduleDate)} to {clockFrom(to, scheduleDate)}
        {department ? <span className="weak"> {department}</span> : null}
      </span>
      <div className="mine-reads">
        <details>
          <summary>
            {hospitals.length > 0 ? hospitals.join(', ') : 'No hospital of the matrix'}
            <span className="weak">, {counted(reads.length, 'study', 'studies')}</span>
          </summary>
          <p className="small">{reads.join(', ') || 'Nothing of the matrix'}</p>
        </details>
        {source === 'AMION' ? null : (
          <span className="mine-by-hand small">
            <Pencil size={12} aria-hidden="true" /> Changed by hand: {reason}
          </span>
        )}
      </div>
    </li>
  );
}
