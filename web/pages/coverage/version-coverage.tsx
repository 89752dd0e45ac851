import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Version } from '#web/pages/versions/version-queries.ts';
import { BoardView } from './board/board-view.tsx';
import { chunkOf } from './board/date-chunks.ts';
import { boardQuery } from './coverage-queries.ts';
import {
  type CoverageSearch,
  parseRunKey,
  type RunKey,
  runKeyText,
  type SearchChange,
} from './coverage-search.ts';
import { CoverageStrip } from './coverage-strip.tsx';
import { CoverageTools } from './coverage-tools.tsx';
import { GapList } from './gaps/gap-list.tsx';
import { PrintedBoard } from './print/printed-board.tsx';
import { ReasonPanel } from './reason-panel.tsx';
import { clampDate, scheduleDateOf } from './schedule-date.ts';
import { YearView } from './year/year-view.tsx';

interface Props {
  version: Version;
  department: string;
  timeZone: string;
  today: string;
  search: CoverageSearch;
  setSearch(change: SearchChange, replace?: boolean): void;
}

/** Everything about one version: counts, board or year, gaps, and the reason of the run that is open. */
export function VersionCoverage({ version, department, timeZone, today, search, setSearch }: Props) {
  const { id, from: firstDate, to: lastDate } = version;
  const span = useMemo(() => ({ from: firstDate, to: lastDate }), [firstDate, lastDate]);
  const { zoom = 'week', hospital, find, reader } = search;
  const open = useMemo(() => parseRunKey(search.open), [search.open]);
  const from = clampDate(search.from ?? (open ? scheduleDateOf(open.at) : today), span);
  const [first] = useState(() => chunkOf(from, span));
  const { data } = useQuery(boardQuery(id, first));
  const hospitals = [...new Set(data?.studies.map((study) => study.hospital))];

  const onFrom = useCallback((date: string) => setSearch({ from: date }, true), [setSearch]);
  const onOpen = useCallback((run: RunKey) => setSearch({ open: runKeyText(run) }), [setSearch]);
  const onReader = useCallback((chosen: string | undefined) => setSearch({ reader: chosen }), [setSearch]);
  return (
    <div className="stack-l">
      <CoverageStrip version={id} />
      <CoverageTools {...{ version: id, span, zoom, from, today, hospitals, hospital, find, setSearch }} />
      {zoom === 'year' ? (
        <YearView
          {...{ version: id, today }}
          isFiltered={hospital !== undefined || find !== undefined}
          onDate={(date) => setSearch({ zoom: 'night', from: date })}
        />
      ) : (
        <BoardView
          {...{ version: id, span, timeZone, zoom, from, today, hospital, find, reader, open }}
          {...{ onFrom, onOpen, onReader }}
        />
      )}
      {zoom === 'year' ? null : <PrintedBoard {...{ version: id, span, timeZone, from, hospital, find }} />}
      <GapList {...{ version, department, search, setSearch }} />
      <ReasonPanel {...{ version, department, open }} onClose={() => setSearch({ open: undefined })} />
    </div>
  );
}
