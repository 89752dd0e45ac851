import { type ReactNode, useEffect } from 'react';
import './page-header.css';

interface Props {
  title: string;
  /** One line that says what is seen here. */
  lead?: ReactNode;
  actions?: ReactNode;
}

/** The heading of a page; names the tab of the browser too. */
export function PageHeader({ title, lead, actions }: Props) {
  useEffect(() => {
    document.title = `${title} · schedcu`;
  }, [title]);
  return (
    <header className="page-header">
      <div>
        <h1>{title}</h1>
        {lead ? <div className="page-lead">{lead}</div> : null}
      </div>
      {actions ? <div className="row no-print">{actions}</div> : null}
    </header>
  );
}
