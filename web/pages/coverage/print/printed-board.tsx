import { useQueries } from '@tanstack/react-query';
import { ReaderName } from '#web/components/reader-name.tsx';
import { type DateSpan, datesText } from '#web/words/date-span.ts';
import { dayText } from '#web/words/moments.ts';
import type { BoardChunk, BoardStudy, Run } from '../board/board-chunk.ts';
import { toItems } from '../board/board-items.ts';
import { growShape, shapeOf } from '../board/board-shape.ts';
import { joinRuns } from '../board/join-runs.ts';
import { columnWidth, newTimeAxis, offsetIn, type TimeAxis } from '../board/time-axis.ts';
import { boardQuery } from '../coverage-queries.ts';
import type { CoverageSearch } from '../coverage-search.ts';
import { isWanted } from '../study-filter.ts';
import { printedChunks, printedDates } from './printed-week.ts';
import { usePrinting } from './use-printing.ts';
import './printed-board.css';

interface Props extends Pick<CoverageSearch, 'hospital' | 'find'> {
  version: string;
  span: DateSpan;
  timeZone: string;
  from: string;
}

/** A week of the board on paper, A4 across. What has not been fetched is fetched before by whoever presses Print. */
export function PrintedBoard(props: Props) {
  return usePrinting() ? <Printed {...props} /> : null;
}

function Printed({ version, span, timeZone, from, hospital, find }: Props) {
  const chunks = useQueries({
    queries: printedChunks(from, span).map((chunk) => ({ ...boardQuery(version, chunk), enabled: false })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
  const [first] = chunks;
  if (!first)
    return <p className="printed-board">The board of this week was not loaded: press Print on the page.</p>;
  const dates = printedDates(from, span);
  const week = { from: dates[0] ?? span.from, to: dates.at(-1) ?? span.to };
  const { studies, open } = chunks.reduce(growShape, shapeOf(first));
  const axis = newTimeAxis({ span: week, open, timeZone, dateWidth: 100 });
  const items = toItems(studies.filter((study) => isWanted(study, { hospital, find })));
  const readers = new Map(chunks.flatMap((chunk) => chunk.readers.map((reader) => [reader.name, reader])));
  return (
    <div className="printed-board">
      <p>
        <strong>Schedule dates {datesText(week)}</strong>, each from {clock(open.from)} to {clock(open.to)} (
        {timeZone})
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Study</th>
            {axis.dates.map((date) => (
              <th key={date} scope="col">
                {dayText(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) =>
            item.kind === 'hospital' ? (
              <tr key={item.key} className="printed-hospital">
                <th scope="rowgroup" colSpan={axis.dates.length + 1}>
                  {item.hospital}
                </th>
              </tr>
            ) : (
              <PrintedRow key={item.key} {...{ axis, chunks }} study={item.study} />
            ),
          )}
        </tbody>
      </table>
      <ul className="printed-readers">
        {[...readers.values()]
          .toSorted((a, b) => a.name.localeCompare(b.name))
          .map(({ name }) => (
            <li key={name}>
              <ReaderName name={name} />
            </li>
          ))}
      </ul>
    </div>
  );
}

const clock = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`;

function PrintedRow({
  study,
  axis,
  chunks,
}: {
  study: BoardStudy;
  axis: TimeAxis;
  chunks: readonly BoardChunk[];
}) {
  return (
    <tr>
      <th scope="row">{study.name}</th>
      {axis.dates.map((date, column) => (
        <td key={date}>
          <div className="printed-cell">
            {joinRuns(runsOf(chunks, study.key, date)).map((run) => (
              <PrintedBlock key={run.start} {...{ run, axis, column }} />
            ))}
          </div>
        </td>
      ))}
    </tr>
  );
}

const runsOf = (chunks: readonly BoardChunk[], study: string, date: string): readonly Run[] =>
  chunks.flatMap(({ runs }) => runs.get(study)?.get(date) ?? []);

/** Percent of a date's column that letters need on paper. */
const FOR_INITIALS = 15;
const FOR_A_MARK = 7;

function PrintedBlock({ run, axis, column }: { run: Run; axis: TimeAxis; column: number }) {
  const share = 100 / columnWidth(axis, column);
  const [left, right] = [run.start, run.end].map((minute) => offsetIn(axis, column, minute) * share);
  const size = (right ?? 0) - (left ?? 0);
  const style = { left: `${left ?? 0}%`, width: `${size}%` };
  if (run.cause !== null)
    return (
      <span className="printed-run board-hole printed-hole" style={style}>
        {size >= FOR_A_MARK ? <b>!</b> : null}
      </span>
    );
  return (
    <span className={`printed-run printed-reader ${run.reader?.colour ?? ''}`} style={style}>
      {size >= FOR_INITIALS ? run.reader?.initials : ''}
    </span>
  );
}
