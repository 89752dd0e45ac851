import { CircleAlert, CircleCheck, CircleDashed, CircleStop, LoaderCircle, RotateCw } from 'lucide-react';
import { Badge, type Tone } from '#web/components/notice.tsx';
import { JOB_STATUS_NAMES, statusOf } from '#web/words/jobs.ts';

const LOOKS: Record<string, [Tone, typeof CircleCheck]> = {
  PENDING: ['plain', CircleDashed],
  PROCESSING: ['info', LoaderCircle],
  RETRY: ['warning', RotateCw],
  COMPLETE: ['good', CircleCheck],
  FAILED: ['danger', CircleAlert],
  CANCELLED: ['plain', CircleStop],
};

/** How a job is, by word, picture and colour. */
export function JobBadge({ job }: { job: { status: string; error: { code: string } | null } }) {
  const status = statusOf(job);
  const [tone, Picture] = LOOKS[status] ?? ['plain', CircleDashed];
  return (
    <Badge tone={tone}>
      <Picture size={14} aria-hidden="true" />
      {JOB_STATUS_NAMES[status] ?? status}
    </Badge>
  );
}
