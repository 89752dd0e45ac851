import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '#web/client/api.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Button } from '#web/components/button.tsx';
import { ErrorState } from '#web/components/states.tsx';
import type { User } from './users-query.ts';

interface Props {
  user: User;
  onChanged(text: string): void;
}

/** Whether a user may sign in. That the last administrator stays, the server says. */
export function UserState({ user: { id, email, active }, onChanged }: Props) {
  const [isAsking, setAsking] = useState(false);
  const set = (isActive: boolean) =>
    answerOf(api.PATCH('/api/users/{id}', { params: { path: { id } }, body: { active: isActive } }));
  const enable = useMutation({
    mutationFn: () => set(true),
    onSuccess: () => onChanged(`${email} may sign in again.`),
  });
  return (
    <section className="user-part" aria-label="Sign-in">
      <h3>Sign-in</h3>
      {enable.error ? <ErrorState error={enable.error} /> : null}
      {active ? (
        <Button look="danger" onPress={() => setAsking(true)}>
          Disable …
        </Button>
      ) : (
        <Button isPending={enable.isPending} onPress={() => enable.mutate()}>
          Enable again
        </Button>
      )}
      {isAsking ? (
        <AskDialog
          title={`Disable ${email}?`}
          action="Disable"
          act={() => set(false)}
          onClose={() => setAsking(false)}
          onDone={() => onChanged(`${email} is disabled, and signed out everywhere.`)}
        >
          <p>
            The user is signed out everywhere at once. Tokens, feeds and wall displays that the user made
            answer no more. A person with the same email stays on the roster.
          </p>
        </AskDialog>
      ) : null}
    </section>
  );
}
