import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '#web/components/button.tsx';
import { Notice } from '#web/components/notice.tsx';
import { addDays, momentText } from '#web/words/moments.ts';
import { type Change, type Effect, effectSentence, leavesHoles } from './change-effect.ts';
import { EffectDetails } from './effect-details.tsx';
import { focusOnMount } from './focus-on-mount.ts';
import { findNextDuty } from './next-duty.ts';
import { Reach, type Reachable } from './reach.tsx';
import type { ShiftPart } from './roster-grid.ts';
import { rosterQuery } from './roster-queries.ts';
import { NO_SHIFT } from './roster-search.ts';
import { DAYS_AROUND } from './swap-choices.ts';
import { TakeBackForm } from './take-back-form.tsx';
import { useRosterSearch } from './use-roster-search.ts';

/** A change that has been made. */
export interface DoneChange {
  result: Change;
  effect: Effect;
  /** `Noor Vexley takes ON2, 02:30–08:00` */
  title: string;
  part: ShiftPart;
  people: readonly Reachable[];
  /** Who is off now, and may be so for their next shift too; null: nobody is sick. */
  absent: { id: string; name: string } | null;
}

interface Props {
  done: DoneChange;
  code: string;
  version: string | undefined;
  onClose(): void;
  onTakenBack(): void;
}

/** What has been changed, where to see it, and how to undo it. */
export function ChangeDone({ done, code, version, onClose, onTakenBack }: Props) {
  const { result, effect, title, part, people, absent } = done;
  const { search, setSearch } = useRosterSearch();
  const [isTakingBack, setTakingBack] = useState(false);
  const span = { from: addDays(part.date, -DAYS_AROUND), to: addDays(part.date, DAYS_AROUND) };
  const { data } = useQuery(rosterQuery(code, span, version));
  const next = absent && data ? findNextDuty(data.duties, absent.id, part) : null;
  const at = search.at ?? (result.changes[0]?.from ?? part.from).slice(0, 16);
  const entry = result.added.find(({ id }) => id)?.id;
  if (isTakingBack && entry)
    return (
      <TakeBackForm {...{ code, entry, title, onDone: onTakenBack }} onCancel={() => setTakingBack(false)} />
    );
  return (
    <div className="stack-l">
      <h3 className="step-title" tabIndex={-1} ref={focusOnMount}>
        Done. {title}.
      </h3>
      <Notice tone={leavesHoles(effect) ? 'warning' : 'good'} live title={effectSentence(effect)}>
        <EffectDetails effect={effect} />
      </Notice>
      <Reach people={people} />
      {next ? (
        <Notice
          tone="info"
          title={`${absent?.name} is on again: ${next.shiftType}, ${momentText(next.from)}.`}
          actions={
            <Button
              onPress={() =>
                setSearch({
                  ...{ ...NO_SHIFT, date: next.scheduleDate, shift: next.shiftType, hours: 'whole' },
                  part: next.from.slice(11, 16),
                })
              }
            >
              Change it too
            </Button>
          }
        />
      ) : null}
      <div className="row">
        {version ? null : (
          <Link className="button button-primary" to="/" search={{ at }}>
            See who reads at {momentText(at)}
          </Link>
        )}
        <Button onPress={onClose}>Close</Button>
        <Button look="quiet" onPress={() => setTakingBack(true)}>
          Take it back
        </Button>
      </div>
    </div>
  );
}
