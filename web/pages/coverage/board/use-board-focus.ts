import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { DateSpan } from '#web/words/date-span.ts';
import { boardQuery } from '../coverage-queries.ts';
import { blockBeside, blockNear } from './block-steps.ts';
import type { Run } from './board-chunk.ts';
import type { BoardItem } from './board-items.ts';
import { chunkOf } from './date-chunks.ts';

/** The one block that Tab leads to. */
export interface ActiveBlock {
  study: string;
  /** Its first instant, in both forms. */
  from: string;
  start: number;
  date: string;
}

/** Where a key leads: to another block of the study, or so many studies further at the same time. */
type Step = { blocks: 1 | -1 } | { edge: 1 | -1 } | { rows: number };

const STEPS: Record<string, Step> = {
  ArrowLeft: { blocks: -1 },
  ArrowRight: { blocks: 1 },
  ArrowUp: { rows: -1 },
  ArrowDown: { rows: 1 },
  PageUp: { rows: -10 },
  PageDown: { rows: 10 },
  Home: { edge: -1 },
  End: { edge: 1 },
};

/** How many dates without a block one key passes over. */
const FARTHEST = 62;

interface Options {
  frame: HTMLElement | null;
  version: string;
  span: DateSpan;
  dates: readonly string[];
  items: readonly BoardItem[];
  blocksOf(runs: readonly Run[]): readonly Run[];
  /** Brings a block into view. */
  show(active: ActiveBlock, block: Run): void;
}

/** Moving through the board by keys: arrows from block to block, Home and End within a date, pages by ten studies. */
export function useBoardFocus({ frame, version, span, dates, items, blocksOf, show }: Options) {
  const queryClient = useQueryClient();
  const [active, setActive] = useState<ActiveBlock | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const wanted = useRef<ActiveBlock | null>(null);

  /** Whenever something was drawn: gives the focus to the block that was moved to, once it is there. */
  const settleFocus = useCallback((): void => {
    if (!wanted.current) return;
    const { study, from } = wanted.current;
    const element = frame?.querySelector<HTMLElement>(
      `[data-study="${CSS.escape(study)}"] [data-from="${from}"]`,
    );
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  }, [frame]);

  /** Also of dates that are not in view, which are asked for then. */
  const blocksAt = async (study: string, date: string): Promise<readonly Run[]> => {
    const chunk = await queryClient.ensureQueryData(boardQuery(version, chunkOf(date, span)));
    return blocksOf(chunk.runs.get(study)?.get(date) ?? []);
  };

  const beside = async ({ study, date, start }: ActiveBlock, direction: 1 | -1): Promise<Run | undefined> => {
    let minute = start;
    const first = dates.indexOf(date);
    for (let days = 0; days <= FARTHEST; days += 1) {
      const day = dates[first + days * direction];
      if (day === undefined) return undefined;
      const found = blockBeside(await blocksAt(study, day), minute, direction);
      if (found) return found;
      minute = direction === 1 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    }
    return undefined;
  };

  const besideRows = async (from: ActiveBlock, rows: number): Promise<[string, Run] | null> => {
    const studies = items.flatMap((item) => (item.kind === 'study' ? [item.key] : []));
    const place = studies.indexOf(from.study);
    const wanted = Math.min(studies.length - 1, Math.max(0, place + rows));
    // A study that is not listed that night is passed over.
    for (let row = wanted; row !== place && row >= 0 && row < studies.length; row += Math.sign(rows)) {
      const study = studies[row] ?? '';
      const block = blockNear(await blocksAt(study, from.date), from.start);
      if (block) return [study, block];
    }
    return null;
  };

  const take = async (from: ActiveBlock, step: Step): Promise<void> => {
    let [study, block]: [string, Run | undefined] = [from.study, undefined];
    if ('blocks' in step) block = await beside(from, step.blocks);
    else if ('edge' in step) block = (await blocksAt(from.study, from.date)).at(step.edge === 1 ? -1 : 0);
    else [study, block] = (await besideRows(from, step.rows)) ?? [study, undefined];
    if (!block) return;
    const next = { study, from: block.from, start: block.start, date: block.scheduleDate };
    wanted.current = next;
    setActive(next);
    show(next, block);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.altKey || event.ctrlKey || event.metaKey ? undefined : STEPS[event.key];
    if (!step || !active || !(event.target as HTMLElement).closest('.board-run')) return;
    event.preventDefault();
    take(active, step).then(() => setFault(null), setFault);
  };

  return { active, setActive, onKeyDown, settleFocus, fault };
}
