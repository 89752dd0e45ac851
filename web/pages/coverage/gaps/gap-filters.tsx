import { Button } from '#web/components/button.tsx';
import { Choice } from '#web/components/field.tsx';
import { CAUSE_NAMES } from '#web/words/causes.ts';
import type { DateSpan } from '#web/words/date-span.ts';
import { CAUSES, type SearchChange } from '../coverage-search.ts';
import { DateInput } from '../date-input.tsx';
import { type GapFilter, NO_POSITION } from './filter-gaps.ts';

interface Props {
  filter: GapFilter;
  span: DateSpan;
  /** Those that have a gap. */
  positions: readonly string[];
  setSearch(change: SearchChange): void;
}

const EVERYTHING = { cause: undefined, position: undefined, gapsFrom: undefined, gapsTo: undefined };

/** Narrows the gaps by cause, position and dates; hospital and words are chosen above, for board and gaps alike. */
export function GapFilters({ filter, span, positions, setSearch }: Props) {
  const { cause, position, gapsFrom, gapsTo } = filter;
  const shown = [...new Set([...positions, ...(position ? [position] : [])])];
  const isNarrowed = [cause, position, gapsFrom, gapsTo].some((value) => value !== undefined);
  return (
    <div className="gap-filters no-print">
      <Choice
        label="Cause"
        value={cause ?? ''}
        onChange={(word) => setSearch({ cause: CAUSES.find((each) => each === word) })}
        options={[
          { value: '', label: 'Every cause' },
          ...CAUSES.map((word) => ({ value: word as string, label: CAUSE_NAMES[word] ?? word })),
        ]}
      />
      <Choice
        label="Position"
        value={position ?? ''}
        onChange={(word) => setSearch({ position: word || undefined })}
        options={[
          { value: '', label: 'Every position' },
          ...shown.map((word) => ({ value: word, label: word === NO_POSITION ? 'None is marked' : word })),
        ]}
      />
      <DateInput
        label="Gaps from"
        date={gapsFrom ?? span.from}
        span={{ from: span.from, to: gapsTo ?? span.to }}
        onChange={(date) => setSearch({ gapsFrom: date === span.from ? undefined : date })}
      />
      <DateInput
        label="Gaps to"
        date={gapsTo ?? span.to}
        span={{ from: gapsFrom ?? span.from, to: span.to }}
        onChange={(date) => setSearch({ gapsTo: date === span.to ? undefined : date })}
      />
      {isNarrowed ? (
        <Button look="quiet" onPress={() => setSearch(EVERYTHING)}>
          Show every gap
        </Button>
      ) : null}
    </div>
  );
}
