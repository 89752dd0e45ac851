import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Button } from '#web/components/button.tsx';
import { Dialog } from '#web/components/dialog.tsx';
import { ReaderName } from '#web/components/reader-name.tsx';
import { SearchBox } from '#web/components/search-box.tsx';
import { ErrorState, Skeleton } from '#web/components/states.tsx';
import { peopleQuery } from './people-changes.ts';
import type { NearPerson } from './repairs.ts';

interface Props {
  title: string;
  department: string;
  error: unknown;
  isPending: boolean;
  onChoose(person: NearPerson): void;
  onClose(): void;
}

/** Chooses one of the department's people. */
export function PersonPicker({ title, department, error, isPending, onChoose, onClose }: Props) {
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data: people, error: unread } = useQuery({
    ...peopleQuery(department, search),
    placeholderData: keepPreviousData,
  });
  const active = people?.filter((person) => person.active);
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <div className="stack">
        <div className="row">
          <SearchBox label="Search people" value={text} onChange={setText} />
        </div>
        {error || unread ? <ErrorState error={error ?? unread} /> : null}
        {active ? (
          <ul className="person-list">
            {active.map((person) => (
              <li key={person.id} className="spread">
                <span>
                  <ReaderName name={person.name} />
                  <span className="weak small person-aliases">{person.aliases.join(' · ')}</span>
                </span>
                <Button
                  small
                  isDisabled={isPending}
                  aria-label={`Choose ${person.name}`}
                  onPress={() => onChoose(person)}
                >
                  Choose
                </Button>
              </li>
            ))}
            {active.length === 0 ? <li className="weak">Nobody matches “{search}”.</li> : null}
          </ul>
        ) : unread ? null : (
          <Skeleton lines={5} label="Asking for people" />
        )}
      </div>
    </Dialog>
  );
}
