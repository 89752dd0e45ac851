import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { Field } from '#web/components/field.tsx';
import { FormDialog } from '#web/components/form-dialog.tsx';
import { Notice } from '#web/components/notice.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import { departmentQuery } from './import-queries.ts';

/** Sets the department's Amion login, which is never shown again. */
export function AmionLogin({ department }: { department: Schemas['Department'] }) {
  const [isOpen, setOpen] = useState(false);
  const [isSaved, setSaved] = useState(false);
  return (
    <>
      <div>
        <Button small onPress={() => setOpen(true)}>
          {department.hasAmionLogin ? 'Change the login' : 'Set the login'}
        </Button>
      </div>
      {isSaved ? <Notice tone="good" live title="The login is saved." /> : null}
      {isOpen ? (
        <LoginDialog
          department={department}
          onClose={() => setOpen(false)}
          onSaved={() => {
            setSaved(true);
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

interface Props {
  department: Schemas['Department'];
  onClose(): void;
  onSaved(): void;
}

function LoginDialog({ department: { code, amionBaseUrl }, onClose, onSaved }: Props) {
  const queryClient = useQueryClient();
  const { field, saving } = useDraft({
    start: { amionLogin: '', amionBaseUrl: amionBaseUrl ?? '' },
    check: ({ amionLogin }) => (amionLogin === '' ? { amionLogin: 'Write the login.' } : {}),
    save: async (draft) => {
      const body = { amionLogin: draft.amionLogin, amionBaseUrl: draft.amionBaseUrl.trim() || null };
      const call = api.PATCH('/api/departments/{code}', { params: { path: { code } }, body });
      queryClient.setQueryData(departmentQuery(code).queryKey, (await answerOf(call)).department);
    },
    onSaved,
  });
  return (
    <FormDialog title={`Amion login of ${code}`} action="Save" saving={saving} onClose={onClose}>
      <Field
        label="Login"
        type="password"
        autoComplete="off"
        autoFocus
        required
        hint="The login of the group’s schedule on Amion. It is stored encrypted and never shown."
        {...field('amionLogin')}
      />
      <Field
        label="Address"
        type="url"
        placeholder="https://www.amion.com"
        hint="Only where your Amion is elsewhere."
        {...field('amionBaseUrl')}
      />
    </FormDialog>
  );
}
