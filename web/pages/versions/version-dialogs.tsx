import { ArchiveDialog } from './archive-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import type { AskProps } from './outcome.ts';
import { PromoteDialog } from './promote-dialog.tsx';
import type { PageAction } from './version-actions.ts';

const DIALOGS = { promote: PromoteDialog, archive: ArchiveDialog, delete: DeleteDialog } as const;

/** What asks before it is done; each begins anew when it is opened. */
export function VersionDialogs({ asked, ...props }: AskProps & { asked: PageAction | null }) {
  if (asked === null || asked === 'copy') return null;
  const Asked = DIALOGS[asked];
  return <Asked {...props} />;
}
