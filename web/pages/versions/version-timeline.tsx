import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { datesText } from '#web/words/date-span.ts';
import { dayText, monthText } from '#web/words/moments.ts';
import type { Bar, Stretch, TimelineLayout } from './timeline-layout.ts';
import type { VersionStatus } from './version-queries.ts';
import { STATUS_NAMES, versionMark, versionName } from './version-words.ts';
import './version-timeline.css';

interface Props {
  layout: TimelineLayout;
  today: string;
  /** Of the other versions, those that are shown; what is in force always is. */
  status: VersionStatus | undefined;
}

/** Narrower, the months' names do not fit: then the timeline scrolls sideways. */
const MONTH_REM = 4.5;

/** Months across: what is in force with its holes, and apart from it what waits and what was. */
export function VersionTimeline({ layout, today, status }: Props) {
  const { months, inForce, withoutSchedule, staging, archived } = layout;
  const shows = (lane: VersionStatus): boolean => !status || status === lane;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard
    <section className="timeline panel" aria-label="Timeline" tabIndex={0} ref={showToday}>
      <div className="timeline-plane" style={{ minWidth: `${months.length * MONTH_REM}rem` }}>
        <div className="timeline-months" aria-hidden="true">
          {months.map((month) => (
            <span key={month.from} className="timeline-month" style={placeOf(month)}>
              {monthLabel(month.from)}
            </span>
          ))}
        </div>
        <div className="timeline-today" style={{ left: `${layout.today}%` }} data-today>
          <span className="timeline-today-words">Today, {dayText(today)}</span>
        </div>
        <Lanes title="In force">
          <ul className="timeline-lane">
            {inForce.map((bar) => (
              <BarLink key={`${bar.version.id} ${bar.from}`} bar={bar} look="production" />
            ))}
            {withoutSchedule.map((hole) => (
              <Hole key={hole.from} hole={hole} />
            ))}
          </ul>
        </Lanes>
        {shows('STAGING') && staging.length > 0 ? (
          <Lanes title={STATUS_NAMES.STAGING}>{staging.map(toLane('staging'))}</Lanes>
        ) : null}
        {shows('ARCHIVED') && archived.length > 0 ? (
          <Lanes title={STATUS_NAMES.ARCHIVED}>{archived.map(toLane('archived'))}</Lanes>
        ) : null}
      </div>
    </section>
  );
}

const Lanes = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="timeline-lanes">
    <h2 className="timeline-title">{title}</h2>
    {children}
  </div>
);

type Look = 'production' | 'staging' | 'archived';

const toLane = (look: Look) => (bars: readonly Bar[]) => (
  <ul key={bars[0]?.version.id} className="timeline-lane">
    {bars.map((bar) => (
      <BarLink key={bar.version.id} bar={bar} look={look} />
    ))}
  </ul>
);

function BarLink({ bar, look }: { bar: Bar; look: Look }) {
  const dates = datesText(bar);
  return (
    <li className="timeline-place" style={placeOf(bar)}>
      <Link
        to="/versions/$versionId"
        params={{ versionId: bar.version.id }}
        className={`timeline-bar timeline-bar-${look}`}
        title={`${versionName(bar.version.id)}, ${dates}`}
      >
        <span className="unseen">Version </span>
        <strong>{versionMark(bar.version.id)}</strong> <span className="timeline-dates">{dates}</span>
      </Link>
    </li>
  );
}

const Hole = ({ hole }: { hole: Stretch }) => (
  <li className="timeline-place" style={placeOf(hole)}>
    <span className="timeline-hole" title={`No schedule, ${datesText(hole)}`}>
      <TriangleAlert size={15} aria-hidden="true" />
      <span>
        <strong>No schedule</strong> <span>{datesText(hole)}</span>
      </span>
    </span>
  </li>
);

const placeOf = ({ left, width }: Stretch) => ({ left: `${left}%`, width: `${width}%` });

/** `Oct`, and in January and at the start the year too. */
function monthLabel(date: string): string {
  const [month = '', year = ''] = monthText(date).split(' ');
  return `${month.slice(0, 3)} ${year}`;
}

/** Brings the present date into sight of a timeline that scrolls; once, when it appears. */
function showToday(frame: HTMLElement | null): void {
  const today = frame?.querySelector<HTMLElement>('[data-today]');
  if (frame && today) frame.scrollLeft = today.offsetLeft - frame.clientWidth / 2;
}
