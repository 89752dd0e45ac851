import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Message } from './message-place.ts';

const PICTURES = { ERROR: CircleAlert, WARNING: TriangleAlert, INFO: Info };
export const SEVERITY_NAMES: Record<Message['severity'], string> = {
  ...{ ERROR: 'error', WARNING: 'warning', INFO: 'note' },
};

/** How grave something is, as a picture: told apart without colours. */
export function SeverityMark({ severity, size = 13 }: { severity: Message['severity']; size?: number }) {
  const Picture = PICTURES[severity];
  return <Picture size={size} className={`severity severity-${severity.toLowerCase()}`} aria-hidden="true" />;
}
