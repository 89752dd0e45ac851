import { type ReactNode, useEffect, useRef } from 'react';
import { ErrorState } from './states.tsx';
import type { Saving } from './use-draft.ts';

interface Props {
  /** Where the button that submits stands outside. */
  id?: string;
  saving: Saving;
  children: ReactNode;
}

/** A form whose fields say what is wrong with them; after a refusal the first of those has the focus. */
export function DraftForm({ id, saving, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const { refusals, error, submit } = saving;
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  return (
    <form
      id={id}
      ref={form}
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {children}
      {error ? <ErrorState error={error} /> : null}
    </form>
  );
}
