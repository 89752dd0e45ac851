import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ApiError, type Schemas } from '#web/client/api.ts';
import { HoleMark } from '#web/components/hole-mark.tsx';
import { Notice } from '#web/components/notice.tsx';
import { ReaderName } from '#web/components/reader-name.tsx';
import { EmptyState, Skeleton } from '#web/components/states.tsx';
import { causeText, isHole } from '#web/words/causes.ts';
import { clockFrom, dateOf, dayText, localNow, momentText, spanText, zoneName } from '#web/words/moments.ts';
import { OnDuty } from './on-duty.tsx';
import { groupByReader, LOST_MS, type Tonight, type WallLine, wallQuery } from './wall-query.ts';
import './wall.css';

/** Tonight of a department on a screen that nobody touches: renews itself, and says when it has lost touch. */
export function WallPage() {
  const { secret } = useParams({ from: '/wall/$secret' });
  const { data, error, dataUpdatedAt } = useQuery(wallQuery(secret));
  const now = useSecondHand();
  useEffect(() => {
    document.title = data ? `${data.department.code} tonight · schedcu` : 'schedcu';
  }, [data]);
  if (error instanceof ApiError && error.status === 404)
    return (
      <main className="wall wall-empty">
        <EmptyState title="There is no such display, or it was revoked.">
          <p>Make a new address under “Feeds and walls”.</p>
        </EmptyState>
      </main>
    );
  if (!data)
    return (
      <main className="wall wall-empty">
        {error ? (
          <Notice tone="danger" live title="No answer from the server.">
            This screen goes on by itself when it is back.
          </Notice>
        ) : (
          <Skeleton lines={8} />
        )}
      </main>
    );
  const isLost = now.getTime() - dataUpdatedAt > LOST_MS;
  return <Wall tonight={data} now={now} lostSince={isLost ? new Date(dataUpdatedAt) : null} />;
}

/** Every second, so that the clock on the wall goes. */
function useSecondHand(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function Wall({ tonight, now, lostSince }: { tonight: Tonight; now: Date; lostSince: Date | null }) {
  const { department, who, duties } = tonight;
  const local = localNow(department.timeZone, now);
  const hospitals = new Map<string, Schemas['WhoAnswer'][]>();
  for (const answer of who?.answers ?? [])
    hospitals.set(answer.hospital, [...(hospitals.get(answer.hospital) ?? []), answer]);
  return (
    <main className="wall">
      <header className="wall-head">
        <div>
          <h1>{department.name}</h1>
          <p className="weak">
            {dayText(local.slice(0, 10))} · {zoneName(now.toISOString(), department.timeZone)}
          </p>
        </div>
        <time className="wall-clock">{local.slice(11)}</time>
      </header>
      {lostSince ? (
        <Notice tone="danger" live title={`No answer from the server for ${spanText(lostSince, now)}.`}>
          What stands here is of {localNow(department.timeZone, lostSince).slice(11)} and may be wrong. Ask by
          telephone.
        </Notice>
      ) : null}
      {who ? (
        <div className="wall-hospitals">
          {[...hospitals].map(([hospital, answers]) => (
            <section key={hospital} className="panel wall-hospital" aria-label={hospital}>
              <h2>{hospital}</h2>
              <ul>
                {groupByReader(answers).map((line) => (
                  <Line key={line.studies.join()} {...line} />
                ))}
              </ul>
            </section>
          ))}
          {hospitals.size === 0 ? <EmptyState title="No window of the matrix is open at this hour." /> : null}
        </div>
      ) : (
        <Notice tone="danger" title="No schedule is in force for this date." />
      )}
      <OnDuty duties={duties} date={local.slice(0, 10)} />
      <footer className="weak small">
        {who?.asOf ? `Roster as of ${momentText(who.asOf)}` : 'No roster was imported'} · asked at{' '}
        {momentText(tonight.now)}
      </footer>
    </main>
  );
}

function Line({ studies, answer }: WallLine) {
  const { reader, cause, because, until, at, next } = answer;
  return (
    <li className="wall-line" data-hole={isHole(cause) || undefined}>
      <div>
        {reader ? (
          <ReaderName name={reader.name} large />
        ) : isHole(cause) ? (
          <HoleMark text={causeText(cause ?? '', because)} />
        ) : (
          <span className="weak">{causeText(cause ?? '', because)}</span>
        )}
        <p className="wall-studies">{studies.join(' · ')}</p>
      </div>
      <p className="wall-reach">
        {reader?.pager ?? reader?.phone ?? ''}
        {until ? (
          <span className="weak">
            until {clockFrom(until, dateOf(at))}
            {next?.name ? `, then ${next.name}` : ''}
          </span>
        ) : null}
      </p>
    </li>
  );
}
