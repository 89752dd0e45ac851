import { getRouteApi, Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import type { Schemas } from '#web/client/api.ts';
import { SearchBox } from '#web/components/search-box.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { counted } from '#web/words/counted.ts';
import { datesText } from '#web/words/date-span.ts';
import { dayYearText } from '#web/words/moments.ts';
import { DatePages } from './date-pages.tsx';
import {
  CHANGE_KINDS,
  type ChangeKind,
  countKinds,
  groupByDate,
  groupChanges,
  hasWords,
  isFound,
  KIND_NAMES,
} from './diff-groups.ts';
import { FilterLinks } from './filter-links.tsx';
import { ReaderChanges } from './reader-changes.tsx';
import { RosterDifferences } from './roster-differences.tsx';
import { ShiftDifferences } from './shift-differences.tsx';

const route = getRouteApi('/shell/versions/$versionId/compare');

/** The difference of two versions, date by date, as the address narrows it. */
export function DiffView({ diff }: { diff: Schemas['VersionDiff'] }) {
  const { versionId } = route.useParams();
  const search = route.useSearch();
  const { kind, find = '' } = search;
  const navigate = route.useNavigate();
  const wanted = useDeferredValue(find.trim());
  const { coverage, assignments, shifts } = diff;
  if (coverage.length + assignments.length + shifts.length === 0)
    return (
      <EmptyState title="They are the same.">
        <p>
          On {datesText(diff)} both ask for the same shifts, held by the same people, and the same people
          read.
        </p>
      </EmptyState>
    );
  const counts = countKinds(coverage);
  const changes = coverage.filter(
    (change) => (!kind || change.kind === kind) && (wanted === '' || isFound(change, wanted)),
  );
  const people = assignments.filter(
    ({ shiftType, before, after }) => wanted === '' || hasWords([shiftType, ...before, ...after], wanted),
  );
  const asked = shifts.filter(
    ({ shiftType, removed, added }) => wanted === '' || hasWords([shiftType, ...removed, ...added], wanted),
  );
  return (
    <div className="stack-l">
      <p>
        On <strong>{datesText(diff)}</strong>: {counted(coverage.length, 'change')} of reader,{' '}
        {counted(assignments.length, 'roster difference')}, {counted(shifts.length, 'difference')} of required
        shifts.
      </p>
      <div className="diff-tools no-print">
        <SearchBox
          label="Search by hospital, study, shift or person"
          value={find}
          onChange={(text) =>
            void navigate({
              search: (before) => ({ ...before, find: text || undefined }),
              replace: true,
              resetScroll: false,
            })
          }
        />
        <FilterLinks<ChangeKind>
          label="Changes of reader shown"
          to="/versions/$versionId/compare"
          params={{ versionId }}
          searchOf={(chosen) => ({ ...search, kind: chosen })}
          options={[
            { label: 'All changes', count: coverage.length },
            ...CHANGE_KINDS.filter((value) => counts[value] > 0 || value === kind).map((value) => ({
              ...{ value, label: KIND_NAMES[value], count: counts[value] },
            })),
          ]}
        />
      </div>
      <DatePages
        title="Who reads what"
        empty={coverage.length === 0 ? 'Nobody reads anything else.' : 'No change of reader matches.'}
        groups={groupChanges(changes)}
        head={({ date, studies }) => (
          <>
            <h3>{dayYearText(date)}</h3>
            <span className="weak small">{counted(studies, 'study', 'studies')}</span>
            <Link to="/coverage" search={{ version: diff.after, from: date }} className="small">
              On the board
            </Link>
          </>
        )}
        body={({ date, blocks }) => <ReaderChanges {...{ date, blocks }} />}
      />
      <DatePages
        title="Roster"
        empty={
          assignments.length === 0 ? 'The same people hold the same shifts.' : 'No roster difference matches.'
        }
        groups={groupByDate(people)}
        head={({ date }) => <h3>{dayYearText(date)}</h3>}
        body={({ items }) => <RosterDifferences differences={items} before="Before" after="After" />}
      />
      <DatePages
        title="Required shifts"
        empty={shifts.length === 0 ? 'Both ask for the same shifts.' : 'No required shift matches.'}
        groups={groupByDate(asked)}
        head={({ date }) => <h3>{dayYearText(date)}</h3>}
        body={({ items }) => <ShiftDifferences shifts={items} />}
      />
    </div>
  );
}
