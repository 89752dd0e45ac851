import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { ApiError, answerOf, api } from '#web/client/api.ts';
import { sessionQuery } from '#web/client/session.ts';
import { Button } from '#web/components/button.tsx';
import { Field } from '#web/components/field.tsx';
import { Notice } from '#web/components/notice.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import './sign-in-page.css';

const route = getRouteApi('/sign-in');
const ICON = new URL('../../icon.svg', import.meta.url).href;

export function SignInPage() {
  const { next = '/' } = route.useSearch();
  const queryClient = useQueryClient();
  const router = useRouter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isPending, setPending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { error } = useQuery(sessionQuery);
  const methods = error instanceof ApiError ? (error.problem.signInMethods ?? []) : [];

  const signIn = async () => {
    setPending(true);
    setFault(null);
    try {
      const session = await answerOf(api.POST('/api/session', { body: { email, password } }));
      queryClient.setQueryData(sessionQuery.queryKey, session);
      router.history.push(next.startsWith('/') && !next.startsWith('//') ? next : '/');
    } catch (cause) {
      setFault(cause instanceof Error ? cause.message : String(cause));
      setPending(false);
    }
  };

  return (
    <main className="sign-in">
      <div className="sign-in-frame panel">
        <img src={ICON} width={44} height={44} alt="" />
        <PageHeader title="Sign in" lead="Who reads which study now, and why." />
        <Form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void signIn();
          }}
        >
          <Field
            label="Email"
            type="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            required
            autoFocus
          />
          <Field
            label="Password"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            required
          />
          {fault ? (
            <Notice tone="danger" live>
              {fault}
            </Notice>
          ) : null}
          <Button type="submit" look="primary" isPending={isPending}>
            Sign in
          </Button>
        </Form>
        {methods.includes('provider') ? (
          <p className="sign-in-or">
            <a className="button" href="/api/session/oidc">
              Sign in with your organisation
            </a>
          </p>
        ) : null}
        <p className="small weak">No account, or the password lost? Ask an administrator of schedcu.</p>
      </div>
    </main>
  );
}
