import type { ReactNode } from 'react';
import './list-tools.css';

/** Above a list: search and filters, and what can be done with all of it. */
export function ListTools({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="list-tools no-print">
      <div className="list-tools-filters">{children}</div>
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
