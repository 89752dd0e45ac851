import { useState } from 'react';
import { answerOf, api } from '#web/client/api.ts';
import type { Faults } from '#web/client/faults.ts';
import { useSession } from '#web/client/session.ts';
import { Choice, Field } from '#web/components/field.tsx';
import { FormDialog } from '#web/components/form-dialog.tsx';
import { SecretOnce } from '#web/components/secret-once.tsx';
import { useDraft } from '#web/components/use-draft.ts';
import { instantText } from '#web/words/instants.ts';
import { SCOPE_WORDS, scopesOf } from './scope-words.ts';
import type { Scope, Token } from './tokens-query.ts';

interface Props {
  timeZone: string;
  onMade(): void;
  onClose(): void;
}

interface TokenDraft {
  name: string;
  /** The widest; it includes the narrower. */
  scopes: Scope;
  days: string;
}

const DAYS = [
  ['7', '7 days'],
  ['30', '30 days'],
  ['90', '90 days'],
  ['180', 'half a year'],
  ['366', 'a year'],
] as const;

const check = ({ name }: TokenDraft): Faults<keyof TokenDraft> =>
  name.trim() === '' ? { name: 'Name the program that will use it.' } : {};

/** Asks for name, scope and days, then shows the secret this once. */
export function MakeToken({ timeZone, onMade, onClose }: Props) {
  const [made, setMade] = useState<{ token: Token; secret: string } | null>(null);
  const { permissions } = useSession();
  const { field, saving } = useDraft({
    start: { name: '', scopes: 'ask', days: '90' } as TokenDraft,
    check,
    save: ({ name, scopes, days }) =>
      answerOf(
        api.POST('/api/tokens', { body: { name: name.trim(), scopes: [scopes], days: Number(days) } }),
      ),
    onSaved: (answer) => {
      setMade(answer);
      onMade();
    },
  });
  return (
    <FormDialog
      title={made ? `The token “${made.token.name}”` : 'Make a token'}
      action="Make"
      saving={saving}
      onClose={onClose}
      outcome={
        made ? (
          <SecretOnce label="Token" secret={made.secret}>
            Whoever has it may do in your name what it allows, until{' '}
            {instantText(made.token.expiresAt, timeZone)}. Keep it like a password.
          </SecretOnce>
        ) : null
      }
    >
      <Field label="Name" required autoFocus hint="Which program will use it." {...field('name')} />
      <Choice
        label="It may"
        hint="Take the narrowest that does. It never allows more than your role."
        options={scopesOf(permissions).map((scope) => ({
          value: scope,
          label: `${SCOPE_WORDS[scope].name}: ${SCOPE_WORDS[scope].means}`,
        }))}
        {...field('scopes')}
      />
      <Choice
        label="Expires after"
        options={DAYS.map(([value, label]) => ({ value, label }))}
        {...field('days')}
      />
    </FormDialog>
  );
}
