import { answerOf, api } from '#web/client/api.ts';
import { Choice, Field } from '#web/components/field.tsx';
import { FormDialog } from '#web/components/form-dialog.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import { DepartmentChoice } from './department-choice.tsx';
import { ROLE_OPTIONS } from './role-words.ts';
import { checkUser, PASSWORD_HINT, type UserDraft } from './user-draft.ts';
import type { User } from './users-query.ts';

interface Props {
  department: string | undefined;
  onAdded(user: User): void;
  onClose(): void;
}

export function AddUser({ department, onAdded, onClose }: Props) {
  const { draft, field, saving } = useDraft({
    start: { email: '', role: 'USER', department: department ?? '', password: '' } as UserDraft,
    check: checkUser,
    save: ({ email, role, department: code, password }) =>
      answerOf(
        api.POST('/api/users', {
          body: { email: email.trim(), role, department: code || null, password: password || null },
        }),
      ),
    onSaved: ({ user }) => onAdded(user),
  });
  return (
    <FormDialog title="Add a user" action="Add" saving={saving} onClose={onClose}>
      <Field
        label="Email"
        type="email"
        required
        autoFocus
        autoComplete="off"
        hint="A person with the same email is the same human being."
        {...field('email')}
      />
      <Choice label="Role" options={ROLE_OPTIONS} {...field('role')} />
      <DepartmentChoice isNeeded={draft.role !== 'ADMIN'} {...field('department')} />
      <Field
        label="Password"
        type="password"
        autoComplete="new-password"
        hint={`${PASSWORD_HINT} Leave it empty for somebody who signs in with your organisation.`}
        {...field('password')}
      />
    </FormDialog>
  );
}
