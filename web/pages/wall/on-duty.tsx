import type { Schemas } from '#web/client/api.ts';
import { ReaderName } from '#web/components/reader-name.tsx';
import { clockFrom } from '#web/words/moments.ts';

/** Who is on now or later tonight, in the order in which they begin. */
export function OnDuty({ duties, date }: { duties: readonly Schemas['Duty'][]; date: string }) {
  if (duties.length === 0) return null;
  return (
    <section aria-label="On duty">
      <h2 className="wall-duties-title">On duty</h2>
      <ul className="wall-duties">
        {duties.map(({ shiftType, from, to, person }) => (
          <li key={`${shiftType} ${from} ${person?.name}`} className="panel wall-duty">
            <strong>{shiftType}</strong>
            {person ? <ReaderName name={person.name} /> : <span className="wall-nobody">nobody</span>}
            <span className="weak">
              {clockFrom(from, date)} to {clockFrom(to, date)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
