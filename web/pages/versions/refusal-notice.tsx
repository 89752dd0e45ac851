import { useQueryClient } from '@tanstack/react-query';
import { ApiError } from '#web/client/api.ts';
import { Button } from '#web/components/button.tsx';
import { Notice } from '#web/components/notice.tsx';
import { ErrorState } from '#web/components/states.tsx';
import { invalidateVersions } from './version-queries.ts';

const TITLES: Partial<Record<string, string>> = {
  OUTDATED: 'It has changed since you looked at it.',
  CONFLICT: 'Somebody was quicker.',
  REFUSED: 'It is refused as it stands.',
};

interface Props {
  error: unknown;
  /** Called once everything is loaded again. */
  onReload(): void;
}

/** That the server did not do it, in plain words; where somebody else has changed things, with a way to see them as they are. */
export function RefusalNotice({ error, onReload }: Props) {
  const queryClient = useQueryClient();
  const title = error instanceof ApiError ? TITLES[error.problem.code] : undefined;
  return (
    <div ref={bringIntoSight}>
      {title && error instanceof ApiError ? (
        <Notice
          tone="danger"
          live
          title={title}
          actions={
            <Button onPress={() => void invalidateVersions(queryClient).then(onReload)}>Load it again</Button>
          }
        >
          {error.problem.detail}
        </Notice>
      ) : (
        <ErrorState error={error} />
      )}
    </div>
  );
}

/** It may come below the end of a long dialog. */
const bringIntoSight = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });
