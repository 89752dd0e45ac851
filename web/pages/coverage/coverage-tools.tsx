import { useQueryClient } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Printer } from 'lucide-react';
import { Button, IconButton } from '#web/components/button.tsx';
import { Choice } from '#web/components/field.tsx';
import { SearchBox } from '#web/components/search-box.tsx';
import type { DateSpan } from '#web/words/date-span.ts';
import { addDays } from '#web/words/moments.ts';
import { boardQuery } from './coverage-queries.ts';
import type { SearchChange, Zoom } from './coverage-search.ts';
import { DateInput } from './date-input.tsx';
import { moveDate } from './move-date.ts';
import { printedChunks } from './print/printed-week.ts';
import { clampDate } from './schedule-date.ts';
import { ZoomChoice } from './zoom-choice.tsx';

interface Props {
  version: string;
  span: DateSpan;
  zoom: Zoom;
  from: string;
  today: string;
  hospitals: readonly string[];
  hospital: string | undefined;
  find: string | undefined;
  setSearch(change: SearchChange, replace?: boolean): void;
}

/** How near, from which date, and of which studies the version is looked at. */
export function CoverageTools(props: Props) {
  const { version, span, zoom, from, today, hospitals, hospital, find = '', setSearch } = props;
  const queryClient = useQueryClient();
  const print = async () => {
    // The paper shows a week, also where the board shows a night of it.
    await Promise.all(
      printedChunks(from, span).map((chunk) => queryClient.prefetchQuery(boardQuery(version, chunk))),
    );
    window.print();
  };
  return (
    <div className="coverage-tools no-print">
      <ZoomChoice zoom={zoom} onChange={(chosen) => setSearch({ zoom: chosen, from })} />
      {zoom === 'year' ? null : <DateSteps {...{ span, zoom, from, today, setSearch }} />}
      <Choice
        label="Hospital"
        value={hospital ?? ''}
        onChange={(code) => setSearch({ hospital: code || undefined })}
        options={[
          { value: '', label: 'All hospitals' },
          ...[...new Set([...hospitals, ...(hospital ? [hospital] : [])])].map((code) => ({
            ...{ value: code, label: code },
          })),
        ]}
      />
      <SearchBox
        label="Search by hospital or study"
        value={find}
        onChange={(text) => setSearch({ find: text || undefined }, true)}
      />
      <div className="coverage-print">
        <Button onPress={() => void print()}>
          <Printer size={16} aria-hidden="true" />
          Print
        </Button>
      </div>
    </div>
  );
}

function DateSteps({
  span,
  zoom,
  from,
  today,
  setSearch,
}: Pick<Props, 'span' | 'zoom' | 'from' | 'today' | 'setSearch'>) {
  const go = (date: string) => setSearch({ from: clampDate(date, span) });
  const unit = zoom === 'night' ? 'night' : zoom;
  return (
    <fieldset className="coverage-dates" aria-label="First date shown">
      <IconButton
        label={`A ${unit} earlier`}
        isDisabled={from <= span.from}
        onPress={() => go(moveDate(from, zoom, -1))}
      >
        <ChevronLeft size={18} aria-hidden="true" />
      </IconButton>
      <DateInput label="From" date={from} span={span} onChange={go} />
      <IconButton
        label={`A ${unit} later`}
        isDisabled={addDays(from, 1) > span.to}
        onPress={() => go(moveDate(from, zoom, 1))}
      >
        <ChevronRight size={18} aria-hidden="true" />
      </IconButton>
      <Button isDisabled={from === clampDate(today, span)} onPress={() => go(today)}>
        Today
      </Button>
    </fieldset>
  );
}
