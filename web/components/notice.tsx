import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './notice.css';

export type Tone = 'danger' | 'warning' | 'good' | 'info' | 'plain';

const PICTURES = { danger: CircleAlert, warning: TriangleAlert, good: CircleCheck, info: Info, plain: Info };

interface Props {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** Read out at once when it appears. */
  live?: boolean;
  actions?: ReactNode;
}

/** Something to know, with a picture and words: never by colour alone. */
export function Notice({ tone, title, children, live = false, actions }: Props) {
  const Picture = PICTURES[tone];
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Picture className="notice-picture" size={18} aria-hidden="true" />
      <div className="notice-words">
        {title ? <p className="notice-title">{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {actions ? <div className="notice-actions row">{actions}</div> : null}
    </div>
  );
}

/** What has just been done, read out at once; nothing where nothing was. */
export const Told = ({ text }: { text: string | null }) =>
  text ? (
    <Notice tone="good" live>
      {text}
    </Notice>
  ) : null;

/** A word or number in a coloured frame. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
