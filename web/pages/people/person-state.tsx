import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '#web/client/api.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Button } from '#web/components/button.tsx';
import { Section } from '#web/components/section.tsx';
import { ErrorState } from '#web/components/states.tsx';
import type { Person } from './people-query.ts';

interface Props {
  person: Person;
  onChanged(text: string): void;
}

/** Whether a person is active, and what that means. */
export function PersonState({ person: { id, name, active }, onChanged }: Props) {
  const [isAsking, setAsking] = useState(false);
  const enable = useMutation({
    mutationFn: () =>
      answerOf(api.PATCH('/api/people/{id}', { params: { path: { id } }, body: { active: true } })),
    onSuccess: () => onChanged(`${name} is active again.`),
  });
  return (
    <Section title={active ? 'Active' : 'Disabled'}>
      <div className="stack">
        <p className="weak">
          {active
            ? 'Rosters that are imported find this person by Amion id, email, name and aliases.'
            : 'Rosters that are imported do not find this person: the name counts as unknown. What was stored before keeps them.'}
        </p>
        {enable.error ? <ErrorState error={enable.error} /> : null}
        <div>
          {active ? (
            <Button look="danger" onPress={() => setAsking(true)}>
              Disable …
            </Button>
          ) : (
            <Button isPending={enable.isPending} onPress={() => enable.mutate()}>
              Enable again
            </Button>
          )}
        </div>
      </div>
      {isAsking ? (
        <AskDialog
          title={`Disable ${name}?`}
          action="Disable"
          act={() => answerOf(api.DELETE('/api/people/{id}', { params: { path: { id } } }))}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onChanged(`${name} is disabled.`);
          }}
        >
          <p>
            The next roster that names {name} will count the name as unknown. Schedules that are stored
            already keep {name} on their shifts: change those by hand on the roster.
          </p>
        </AskDialog>
      ) : null}
    </Section>
  );
}
