import { Pencil } from 'lucide-react';
import { HoleMark } from '#web/components/hole-mark.tsx';
import { ReaderName } from '#web/components/reader-name.tsx';
import { counted } from '#web/words/counted.ts';
import { clockFrom, dateOf, momentText } from '#web/words/moments.ts';
import { SPECIALTY_NAMES } from '#web/words/people.ts';
import { Reach } from './reach.tsx';
import { isByHand, type ShiftPart } from './roster-grid.ts';

interface Props {
  part: ShiftPart;
  /** Whoever only looks may want to call. */
  isOnlyRead: boolean;
}

/** Who holds it, when, what they read there, and who says so. */
export function ShiftDetails({ part, isOnlyRead }: Props) {
  const { duty, from, to, shiftType, state } = part;
  const person = duty?.person;
  return (
    <section className="shift-details" aria-label="Who holds it">
      {person ? (
        <span className="row">
          <ReaderName name={person.name} large />
          <span className="weak small">{SPECIALTY_NAMES[person.specialty]}</span>
        </span>
      ) : (
        <HoleMark
          text={
            state === 'open'
              ? `The roster has no row for ${shiftType}`
              : `The roster says nobody is on ${shiftType}`
          }
        />
      )}
      <p>
        {momentText(from)} to {clockFrom(to, dateOf(from))}
        {duty && duty.hospitals.length > 0 ? `, for ${duty.hospitals.join(', ')}` : ''}
      </p>
      {isByHand(part) ? (
        <p className="shift-by-hand">
          <Pencil size={13} aria-hidden="true" />
          Changed by hand: {duty?.reason}
        </p>
      ) : null}
      {isOnlyRead && person ? <Reach people={[person]} /> : null}
      {duty ? (
        <details className="shift-more">
          <summary>
            Reads {counted(duty.reads.length, 'study', 'studies')}
            {duty.report && duty.line ? `; ${duty.report}, line ${duty.line}` : ''}
          </summary>
          <p className="small">{duty.reads.join(', ') || 'Nothing of the matrix'}</p>
        </details>
      ) : null}
    </section>
  );
}
