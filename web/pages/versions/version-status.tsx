import { Badge, type Tone } from '#web/components/notice.tsx';
import type { VersionStatus } from './version-queries.ts';
import { STATUS_NAMES } from './version-words.ts';

const TONES: Record<VersionStatus, Tone> = { STAGING: 'info', PRODUCTION: 'good', ARCHIVED: 'plain' };

export const StatusBadge = ({ status }: { status: VersionStatus }) => (
  <Badge tone={TONES[status]}>{STATUS_NAMES[status]}</Badge>
);
