import type { ReactNode } from 'react';
import { ApiError } from '#web/client/api.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import './states.css';

/** Nothing here, and what to do about it. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {children ? <div className="weak">{children}</div> : null}
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}

/** What went wrong, in the server's words, with the request's id for whoever looks into it. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const problem = error instanceof ApiError ? error.problem : null;
  const title = problem ? TITLES[problem.status] : undefined;
  return (
    <Notice
      tone="danger"
      live
      title={title ?? (problem ? 'This did not work.' : 'This page has a fault.')}
      actions={retry ? <Button onPress={retry}>Try again</Button> : null}
    >
      <p>{problem?.detail ?? 'Load it again. If that does not help, tell whoever runs schedcu.'}</p>
      {problem?.requestId ? <p className="small weak">Request {problem.requestId}</p> : null}
    </Notice>
  );
}

const TITLES: Record<number, string> = {
  401: 'You are signed out.',
  403: 'Your role may not do this.',
  404: 'This is not there.',
  409: 'Somebody else was quicker, or it is refused.',
  503: 'Out of reach.',
};

/** What the role may not see. */
export function NoPermission({ what }: { what: string }) {
  return (
    <EmptyState title={`Your role may not see ${what}.`}>
      <p>Ask an administrator or your chief scheduler if you need it.</p>
    </EmptyState>
  );
}

/** The room that content will take, so that nothing jumps when it comes. */
export function Skeleton({ lines = 6, label = 'Loading' }: { lines?: number; label?: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{label} …</span>
      {Array.from({ length: lines }, (_, index) => index).map((line) => (
        <span key={line} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
