import { ReaderName } from '#web/components/reader-name.tsx';
import { counted } from '#web/words/counted.ts';
import type { Answer } from './tonight-query.ts';

/** Who is on, with the positions they hold and how many studies they read. */
export function OnNow({ answers }: { answers: readonly Answer[] }) {
  const readers = new Map<string, { positions: Set<string>; studies: number; phone: string | null }>();
  for (const { reader, because } of answers) {
    if (!reader) continue;
    const known = readers.get(reader.name) ?? {
      positions: new Set(),
      studies: 0,
      phone: reader.phone ?? reader.pager,
    };
    if (because.position) known.positions.add(because.position);
    known.studies += 1;
    readers.set(reader.name, known);
  }
  return (
    <section className="on-now" aria-label="On now">
      <ul className="on-now-list">
        {[...readers].map(([name, { positions, studies, phone }]) => (
          <li key={name} className="on-now-reader panel">
            <ReaderName name={name} large />
            <span className="weak small">
              {[...positions].join(', ')} · {counted(studies, 'study', 'studies')}
            </span>
            {phone ? (
              <a className="small" href={`tel:${phone}`}>
                {phone}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
