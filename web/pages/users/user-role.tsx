import type { Role } from '#src/domain/user.ts';
import { answerOf, api } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { DraftForm } from '#web/components/draft-form.tsx';
import { Choice } from '#web/components/field.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import { DepartmentChoice } from './department-choice.tsx';
import { ROLE_OPTIONS, ROLE_WORDS } from './role-words.ts';
import { departmentFault } from './user-draft.ts';
import type { User } from './users-query.ts';

interface Props {
  user: User;
  onChanged(text: string): void;
}

export function UserRole({ user: { id, email, role, department }, onChanged }: Props) {
  const { draft, field, saving } = useDraft({
    start: { role, department: department ?? '' } as { role: Role; department: string },
    check: (filled) => departmentFault(filled.role, filled.department),
    save: (filled) =>
      answerOf(
        api.PATCH('/api/users/{id}', {
          params: { path: { id } },
          body: { role: filled.role, department: filled.department || null },
        }),
      ),
    onSaved: ({ user }) =>
      onChanged(
        `${email} is ${ROLE_WORDS[user.role].name.toLowerCase()}${user.department ? ` of ${user.department}` : ''} now.`,
      ),
  });
  return (
    <section className="user-part" aria-label="Role">
      <h3>Role</h3>
      <DraftForm saving={saving}>
        <Choice label="Role" options={ROLE_OPTIONS} {...field('role')} />
        <DepartmentChoice isNeeded={draft.role !== 'ADMIN'} {...field('department')} />
        <div>
          <Button type="submit" isPending={saving.isPending}>
            Save role
          </Button>
        </div>
      </DraftForm>
    </section>
  );
}
