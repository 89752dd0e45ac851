import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#web/components/button.tsx';
import { ErrorState } from '#web/components/states.tsx';
import type { LinePlace } from '../report/message-lines.ts';
import { NewPersonDialog } from './new-person-dialog.tsx';
import { holderQuery, useAlias } from './people-changes.ts';
import { PersonPicker } from './person-picker.tsx';
import { RepairRow, rowsText } from './repair-row.tsx';
import type { NearPerson, UnknownPerson as Unknown } from './repairs.ts';

interface Props {
  person: Unknown;
  department: string;
  isLeftOut: boolean;
  onLeaveOut(isLeftOut: boolean): void;
  onShowLine(place: LinePlace): void;
}

/** A name that nobody has: somebody known under another spelling, somebody new, or left out. */
export function UnknownPerson({ person, department, isLeftOut, onLeaveOut, onShowLine }: Props) {
  const { name, staffId, rows, lines, near } = person;
  const [opened, setOpened] = useState<'new' | 'other' | null>(null);
  const { data: holder } = useQuery(holderQuery(department, name));
  const alias = useAlias(department, name);
  const add = (chosen: NearPerson): void =>
    alias.mutate({ person: chosen, isTaken: false }, { onSuccess: () => setOpened(null) });
  return (
    <RepairRow
      title={name}
      about={`${rowsText(rows)}${staffId ? ` · Amion id ${staffId}` : ''}`}
      lines={lines}
      onShowLine={onShowLine}
      isDone={holder !== null && holder !== undefined}
    >
      {holder ? (
        <p className="repair-done" role="status">
          <CircleCheck size={16} aria-hidden="true" />
          {holder.name === name ? 'is known now' : `is an alias of ${holder.name} now`}
          {holder.aliases.includes(name) ? (
            <Button
              small
              look="quiet"
              isPending={alias.isPending}
              onPress={() => alias.mutate({ person: holder, isTaken: true })}
            >
              Take back
            </Button>
          ) : null}
        </p>
      ) : isLeftOut ? (
        <p className="repair-done">
          is left out: the shifts count as vacant
          <Button small look="quiet" onPress={() => onLeaveOut(false)}>
            Take back
          </Button>
        </p>
      ) : (
        <div className="row">
          {near.map((one) => (
            <Button key={`${one.id} ${one.name}`} small isDisabled={alias.isPending} onPress={() => add(one)}>
              It is {one.name}
            </Button>
          ))}
          <Button small look={near.length > 0 ? 'quiet' : 'plain'} onPress={() => setOpened('other')}>
            {near.length > 0 ? 'Somebody else …' : 'Somebody known …'}
          </Button>
          <Button small look="quiet" onPress={() => setOpened('new')}>
            New person …
          </Button>
          <Button small look="quiet" onPress={() => onLeaveOut(true)}>
            Leave out
          </Button>
        </div>
      )}
      {alias.error && opened === null ? <ErrorState error={alias.error} /> : null}
      {opened === 'new' ? (
        <NewPersonDialog department={department} person={person} onClose={() => setOpened(null)} />
      ) : null}
      {opened === 'other' ? (
        <PersonPicker
          title={`Who is “${name}”?`}
          department={department}
          error={alias.error}
          isPending={alias.isPending}
          onChoose={add}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </RepairRow>
  );
}
