import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ApiError } from '#web/client/api.ts';
import { Notice } from '#web/components/notice.tsx';
import { ErrorState, Skeleton } from '#web/components/states.tsx';
import { type CellPlace, cellsOf } from '#web/findings/message-cells.ts';
import type { Message } from '#web/findings/message-place.ts';
import { workbookQuery } from '../import-queries.ts';
import { CellMessages } from './cell-messages.tsx';
import { type Choosing, FindingList } from './finding-list.tsx';
import type { ReportPlace } from './report-place.ts';
import { markSheets, NO_MARKS } from './sheet-marks.ts';
import { type CellRequest, SheetPicture } from './sheet-picture.tsx';
import { SheetTabs } from './sheet-tabs.tsx';

interface Props {
  batchId: string;
  messages: readonly Message[];
  place: ReportPlace;
  choosing: Choosing;
}

/** What was found in a workbook, beside a picture of its sheets with the places marked. */
export function MatrixFindings({ batchId, messages, place, choosing }: Props) {
  const { search, go } = place;
  const { data, error, refetch } = useQuery(workbookQuery(batchId));
  const { accepted } = choosing;
  const marks = useMemo(() => markSheets(messages, accepted), [messages, accepted]);
  const [request, setRequest] = useState<CellRequest | null>(null);
  const shown =
    data?.sheets.find(({ name }) => name === search.sheet) ?? graverSheet(data?.sheets ?? [], marks);
  const own = (shown && marks.get(shown.name)) ?? NO_MARKS;
  const show = (sheet: string, cell: string | null): void => {
    go({ source: 'matrix', sheet, cell: cell ?? undefined });
    setRequest(cell === null ? null : { cell });
  };
  const showPlace = ({ sheet, cell, row }: CellPlace): void =>
    show(sheet, cell ?? (row === null ? null : `A${row}`));
  return (
    <div className="findings">
      <div className="findings-list">
        <FindingList
          messages={messages}
          choosing={choosing}
          onShow={showPlace}
          isCurrent={(message) => isAt(message, shown?.name, search.cell)}
        />
      </div>
      <section className="findings-picture" aria-label="Picture of the workbook">
        {data && shown ? (
          <>
            <SheetTabs
              sheets={data.sheets}
              marks={marks}
              shown={shown.name}
              onShow={(name) => show(name, null)}
            >
              <SheetPicture
                key={shown.name}
                sheet={shown}
                marks={own}
                request={request}
                chosen={search.cell ?? null}
                onChoose={(cell) => go({ source: 'matrix', sheet: shown.name, cell })}
              />
              <CellMessages
                sheet={shown}
                marks={own}
                accepted={accepted}
                cell={search.cell ?? null}
                onStep={(cell) => show(shown.name, cell)}
              />
            </SheetTabs>
            {data.fault ? (
              <Notice tone="danger" title="The file breaks off here.">
                {data.fault.text}
              </Notice>
            ) : null}
            {shown.truncated || data.truncated ? (
              <p className="small weak">
                The workbook is larger than the picture: the rest of it is not drawn.
              </p>
            ) : null}
          </>
        ) : error ? (
          <Missing error={error} retry={() => void refetch()} />
        ) : (
          <Skeleton lines={9} label="Opening the workbook" />
        )}
      </section>
    </div>
  );
}

/** Why there is no picture: the file is past its time, or no workbook at all. */
function Missing({ error, retry }: { error: Error; retry: () => void }) {
  if (!(error instanceof ApiError) || (error.status !== 404 && error.status !== 409))
    return <ErrorState error={error} retry={retry} />;
  return (
    <Notice tone="plain" title="There is no picture of this file.">
      {error.problem.detail}
    </Notice>
  );
}

/** The first sheet with an error, else with a warning, else the first one. */
function graverSheet<Sheet extends { name: string }>(
  sheets: readonly Sheet[],
  marks: ReturnType<typeof markSheets>,
): Sheet | undefined {
  const having = (severity: 'ERROR' | 'WARNING') =>
    sheets.find(({ name }) => (marks.get(name)?.counts[severity] ?? 0) > 0);
  return having('ERROR') ?? having('WARNING') ?? sheets[0];
}

const isAt = (message: Message, sheet: string | undefined, cell: string | undefined): boolean =>
  cell !== undefined && cellsOf(message).some((place) => place.sheet === sheet && place.cell === cell);
