import { passwordFault } from '#src/domain/password-rule.ts';
import { answerOf, api } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { DraftForm } from '#web/components/draft-form.tsx';
import { Field } from '#web/components/field.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import { PASSWORD_HINT } from './user-draft.ts';
import type { User } from './users-query.ts';

interface Props {
  user: User;
  onChanged(text: string): void;
}

export function UserPassword({ user: { id, email }, onChanged }: Props) {
  const { field, saving } = useDraft({
    start: { password: '' },
    check: ({ password }) => {
      const fault = passwordFault(password, email);
      return fault ? { password: fault } : {};
    },
    save: ({ password }) =>
      answerOf(api.PUT('/api/users/{id}/password', { params: { path: { id } }, body: { password } })),
    onSaved: () => onChanged(`${email} has a new password, and is signed out everywhere.`),
  });
  return (
    <section className="user-part" aria-label="Password">
      <h3>Password</h3>
      <DraftForm saving={saving}>
        <Field
          label="New password"
          type="password"
          autoComplete="new-password"
          required
          hint={`${PASSWORD_HINT} The user is signed out everywhere.`}
          {...field('password')}
        />
        <div>
          <Button type="submit" isPending={saving.isPending}>
            Set password
          </Button>
        </div>
      </DraftForm>
    </section>
  );
}
