import { type ReactNode, useId } from 'react';
import './section.css';

interface Props {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page in a frame, under a heading of its own. */
export function Section({ title, lead, actions, children }: Props) {
  const id = useId();
  return (
    <section className="section panel" aria-labelledby={id}>
      <header className="section-head">
        <div>
          <h2 id={id}>{title}</h2>
          {lead ? <div className="weak small">{lead}</div> : null}
        </div>
        {actions ? <div className="row no-print">{actions}</div> : null}
      </header>
      <div className="section-body">{children}</div>
    </section>
  );
}
