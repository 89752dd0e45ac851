import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#web/components/button.tsx';
import { type Column, DataTable } from '#web/components/data-table.tsx';
import { Dialog } from '#web/components/dialog.tsx';
import { Moment } from '#web/components/moment.tsx';
import { Notice } from '#web/components/notice.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { dayText } from '#web/words/moments.ts';
import { type ChangeGroup, groupChanges, mayTakeBack } from './change-groups.ts';
import { changesQuery } from './change-queries.ts';
import { TakeBackForm } from './take-back-form.tsx';

interface Props {
  code: string;
  timeZone: string;
  today: string;
  version: string | undefined;
  mayChange: boolean;
}

/** What was changed by hand and stands: who, what, when and why, each to be taken back. */
export function ChangesView({ code, timeZone, today, version, mayChange }: Props) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    changesQuery(code, version),
  );
  const [chosen, setChosen] = useState<ChangeGroup | null>(null);
  const [taken, setTaken] = useState<string | null>(null);
  const groups = data && groupChanges(data.pages.flatMap(({ changes }) => changes));
  const columns: Column<ChangeGroup>[] = [
    { key: 'what', head: 'What', cell: (group) => <ChangedShifts group={group} /> },
    { key: 'why', head: 'Why', cell: ({ reason }) => reason },
    { key: 'who', head: 'Who', secondary: true, cell: ({ by }) => by },
    {
      ...{ key: 'when', head: 'When', secondary: true },
      cell: ({ at }) => <Moment at={at} timeZone={timeZone} />,
    },
    { key: 'version', head: 'Version', secondary: true, cell: ({ status }) => status.toLowerCase() },
  ];
  const action: Column<ChangeGroup> = {
    ...{ key: 'action', head: <span className="unseen">Actions</span> },
    cell: (group) =>
      mayTakeBack(group, today) ? (
        <Button small aria-label={`Take back: ${titleOf(group)}`} onPress={() => setChosen(group)}>
          Take back
        </Button>
      ) : (
        <span className="weak small">over</span>
      ),
  };
  return (
    <div className="stack-l">
      {taken ? (
        <Notice tone="good" live title={`Taken back: ${taken}.`}>
          What it replaced stands again.
        </Notice>
      ) : null}
      <DataTable
        label="Changes by hand"
        columns={mayChange ? [...columns, action] : columns}
        rows={groups}
        rowKey={({ entry }) => entry}
        error={error}
        retry={() => void refetch()}
        more={hasNextPage ? { load: () => void fetchNextPage(), isLoading: isFetchingNextPage } : null}
        empty={
          <EmptyState title="Nothing was changed by hand.">
            <p>
              What somebody assigns, takes off or swaps on the roster is listed here, until it is taken back.
            </p>
          </EmptyState>
        }
      />
      <Dialog title="Take a change back" isOpen={chosen !== null} onClose={() => setChosen(null)}>
        {chosen ? (
          <TakeBackForm
            code={code}
            entry={chosen.entry}
            title={titleOf(chosen)}
            onCancel={() => setChosen(null)}
            onDone={() => {
              setTaken(titleOf(chosen));
              setChosen(null);
            }}
          />
        ) : null}
      </Dialog>
    </div>
  );
}

const titleOf = ({ shifts }: ChangeGroup): string =>
  shifts.map(({ shiftType, date, now }) => `${shiftType} of ${dayText(date)}, ${now}`).join('; ');

function ChangedShifts({ group }: { group: ChangeGroup }) {
  return (
    <ul className="stack">
      {group.shifts.map(({ date, shiftType, now, before }) => (
        <li key={date + shiftType}>
          <strong>
            {shiftType}, {dayText(date)}
          </strong>
          : {now}
          {before ? <span className="weak"> instead of {before}</span> : null}
        </li>
      ))}
    </ul>
  );
}
