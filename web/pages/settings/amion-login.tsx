import { useState } from 'react';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Button } from '#web/components/button.tsx';
import { DraftForm } from '#web/components/draft-form.tsx';
import { Field } from '#web/components/field.tsx';
import { Badge } from '#web/components/notice.tsx';
import { Section } from '#web/components/section.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import { type Department, useSettingsChange } from './settings-query.ts';

interface Props {
  department: Department;
  onSaved(text: string): void;
}

/** A credential: written, never shown again. */
export function AmionLogin({ department: { code, hasAmionLogin }, onSaved }: Props) {
  const { change } = useSettingsChange(code);
  const [isAsking, setAsking] = useState(false);
  const { field, restart, saving } = useDraft({
    start: { amionLogin: '' },
    check: ({ amionLogin }) => (amionLogin === '' ? { amionLogin: 'Write the login.' } : {}),
    save: (filled) => change(filled),
    onSaved: () => {
      restart({ amionLogin: '' });
      onSaved('The login is set. It is stored encrypted.');
    },
  });
  return (
    <Section
      title="Login"
      actions={
        <Badge tone={hasAmionLogin ? 'good' : 'plain'}>{hasAmionLogin ? 'is set' : 'is not set'}</Badge>
      }
    >
      <DraftForm saving={saving}>
        <Field
          label={hasAmionLogin ? 'A new login' : 'Login'}
          type="password"
          autoComplete="off"
          required
          hint="The login of the group’s schedule on Amion. It is stored encrypted and never shown."
          {...field('amionLogin')}
        />
        <div className="row">
          <Button type="submit" look="primary" isPending={saving.isPending}>
            Set the login
          </Button>
          {hasAmionLogin ? (
            <Button look="danger" onPress={() => setAsking(true)}>
              Remove …
            </Button>
          ) : null}
        </div>
      </DraftForm>
      {isAsking ? (
        <AskDialog
          title="Remove the login?"
          action="Remove"
          act={() => change({ amionLogin: null })}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onSaved('The login is removed.');
          }}
        >
          <p>Fresh rosters of {code} are fetched with the login of the server from now on, if it has one.</p>
        </AskDialog>
      ) : null}
    </Section>
  );
}
