import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { Button } from '#web/components/button.tsx';
import { EmptyState, Skeleton } from '#web/components/states.tsx';
import type { Version } from '#web/pages/versions/version-queries.ts';
import { counted } from '#web/words/counted.ts';
import { type Coverage, coverageQuery, type Gap } from '../coverage-queries.ts';
import type { CoverageSearch, SearchChange } from '../coverage-search.ts';
import { usePrinting } from '../print/use-printing.ts';
import { downloadText } from './download-text.ts';
import { filterGaps, positionsOf } from './filter-gaps.ts';
import { type GapStudy, gapPlace } from './gap-address.ts';
import { GapFilters } from './gap-filters.tsx';
import { GapRows } from './gap-rows.tsx';
import { gapsFileName, presentGapsCsv } from './gaps-csv.ts';
import { type GapGroup, groupGaps } from './group-gaps.ts';
import './gaps.css';

interface Props {
  version: Version;
  department: string;
  search: CoverageSearch;
  setSearch(change: SearchChange): void;
}

const NO_GAPS: readonly Gap[] = [];

/** Every gap of the version, to be worked off: by date, those of one cause together. */
export function GapList({ version, department, search, setSearch }: Props) {
  // What goes wrong is said by the figures above, which are of the same answer.
  const { data, error } = useQuery(coverageQuery(version.id));
  const all = data?.gaps ?? NO_GAPS;
  const { hospital, find, cause, position, gapsFrom, gapsTo } = search;
  const words = useDeferredValue(find);
  const gaps = useMemo(
    () => filterGaps(all, { hospital, find: words, cause, position, gapsFrom, gapsTo }),
    [all, hospital, words, cause, position, gapsFrom, gapsTo],
  );
  const groups = useMemo(() => groupGaps(gaps), [gaps]);
  const positions = useMemo(() => positionsOf(all), [all]);
  const isYear = search.zoom === 'year';
  const onOpen = useCallback(
    (group: GapGroup, study: GapStudy) =>
      setSearch({ ...gapPlace(group, study), ...(isYear && { zoom: 'week' }) }),
    [isYear, setSearch],
  );
  const download = () => {
    const name = gapsFileName(department, version.id, gapsFrom ?? version.from, gapsTo ?? version.to);
    downloadText(name, 'text/csv;charset=utf-8', presentGapsCsv(gaps));
  };
  if (error && !data) return null;
  return (
    <section className="stack gap-list" aria-labelledby="gaps">
      <div className="spread">
        <h2 id="gaps">Gaps</h2>
        <span className="row">
          <span className="weak" role="status">
            {data ? sizeText(gaps.length, all.length, groups.length) : ''}
          </span>
          <span className="no-print">
            <Button onPress={download} isDisabled={gaps.length === 0}>
              <Download size={16} aria-hidden="true" />
              CSV
            </Button>
          </span>
        </span>
      </div>
      <GapFilters filter={search} span={version} {...{ positions, setSearch }} />
      {data ? (
        <GapGroups
          key={JSON.stringify([hospital, words, cause, position, gapsFrom, gapsTo])}
          {...{ groups, department, onOpen }}
          version={version.id}
          none={noneText(data, all.length > 0)}
        />
      ) : (
        <Skeleton lines={8} label="Looking for gaps" />
      )}
    </section>
  );
}

interface GroupsProps {
  department: string;
  version: string;
  groups: readonly GapGroup[];
  /** What it means that there are none. */
  none: { title: string; words: string };
  onOpen(group: GapGroup, study: GapStudy): void;
}

/** How many are shown at first, and more at each press. */
const SOME = 40;

function GapGroups({ groups, none, ...rows }: GroupsProps) {
  const [count, setCount] = useState(SOME);
  const isPrinting = usePrinting();
  const shown = useMemo(() => (isPrinting ? groups : groups.slice(0, count)), [isPrinting, groups, count]);
  if (groups.length === 0)
    return (
      <EmptyState title={none.title}>
        <p>{none.words}</p>
      </EmptyState>
    );
  return (
    <div className="stack">
      <GapRows {...rows} groups={shown} isWhole={isPrinting} />
      {shown.length < groups.length ? (
        <div className="no-print">
          <Button onPress={() => setCount(count + SOME)}>
            Show {Math.min(SOME, groups.length - shown.length)} more of {groups.length}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function noneText({ studyHours }: Coverage, areElsewhere: boolean): GroupsProps['none'] {
  if (areElsewhere)
    return {
      ...{ title: 'No gap matches.', words: 'Choose another cause, position, hospital or span of dates.' },
    };
  if (studyHours.required === 0)
    return { title: 'Nothing can be missing yet.', words: 'The version lists no study to be read.' };
  return {
    ...{ title: 'Every listed study has a reader.', words: 'The version has no gap on any of its dates.' },
  };
}

/** `63 gaps in 20 groups` */
function sizeText(shown: number, all: number, groups: number): string {
  const number = new Intl.NumberFormat('en-US');
  const gaps = counted(shown, 'gap');
  const of = shown === all ? '' : ` of ${number.format(all)}`;
  return shown === 0 ? `${gaps}${of}` : `${gaps}${of} in ${counted(groups, 'group')}`;
}
