import './progress-bar.css';

interface Props {
  /** What goes on, for those who do not see the bar. */
  label: string;
  done: number;
  /** 0: not known. */
  total: number;
}

/** How far something is; without a total it only shows that it goes on. */
export function ProgressBar({ label, done, total }: Props) {
  const known = total > 0 ? { value: Math.min(done, total), max: total } : {};
  return <progress className="progress-bar" aria-label={label} {...known} />;
}
