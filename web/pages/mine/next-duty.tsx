import { Link } from '@tanstack/react-router';
import { clockFrom, dateOf, momentText } from '#web/words/moments.ts';
import type { OwnDuty } from './mine-query.ts';

interface Props {
  title: string;
  duty: OwnDuty;
  /** `in 3 h` */
  when: string;
}

/** The duty that counts: when, where, and what is read. */
export function NextDuty({ title, duty, when }: Props) {
  const { shiftType, from, to, hospitals, reads } = duty;
  return (
    <section className="panel panel-body stack" aria-label={title}>
      <div className="spread">
        <h2>
          {title}: {shiftType}
        </h2>
        <span className="weak">{when}</span>
      </div>
      <p className="mine-hours">
        {momentText(from)} to {clockFrom(to, dateOf(from))}
      </p>
      <p>{hospitals.length > 0 ? `For ${hospitals.join(', ')}` : 'For no hospital of the matrix'}</p>
      <p className="small">
        {reads.length > 0 ? `Reads ${reads.join(', ')}.` : 'Reads nothing of the matrix.'}
      </p>
      <div>
        <Link to="/" search={{ at: from.slice(0, 16) }} className="small">
          See who reads then
        </Link>
      </div>
    </section>
  );
}
