import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, answerOf, api, type Schemas } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { Dialog } from '#web/components/dialog.tsx';
import { Field } from '#web/components/field.tsx';
import { Notice } from '#web/components/notice.tsx';
import { ErrorState } from '#web/components/states.tsx';
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
  const [login, setLogin] = useState('');
  const [base, setBase] = useState(amionBaseUrl ?? '');
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: async () =>
      await answerOf(
        api.PATCH('/api/departments/{code}', {
          params: { path: { code } },
          body: { amionBaseUrl: base.trim() || null, ...(login && { amionLogin: login }) },
        }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: departmentQuery(code).queryKey });
      onSaved();
    },
  });
  const faultOf = (field: string) => (save.error instanceof ApiError ? save.error.faultOf(field) : undefined);
  const hasFaults = faultOf('amionLogin') !== undefined || faultOf('amionBaseUrl') !== undefined;
  return (
    <Dialog
      title={`Amion login of ${code}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isPending={save.isPending} onPress={() => save.mutate()}>
            Save
          </Button>
        </>
      }
    >
      <div className="stack">
        <Field
          label="Login"
          type="password"
          autoComplete="off"
          autoFocus
          value={login}
          onChange={setLogin}
          hint="The word that opens the schedule on Amion. It is kept encrypted and never shown."
          fault={faultOf('amionLogin')}
        />
        <Field
          label="Address"
          type="url"
          value={base}
          onChange={setBase}
          placeholder="https://www.amion.com"
          hint="Only where your Amion is elsewhere."
          fault={faultOf('amionBaseUrl')}
        />
        {save.error && !hasFaults ? <ErrorState error={save.error} /> : null}
      </div>
    </Dialog>
  );
}
