import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '#web/client/api.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Notice } from '#web/components/notice.tsx';
import { datesText, lengthText } from '#web/words/date-span.ts';
import type { AskProps } from './outcome.ts';
import { datesLostWith } from './promotion-effects.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { asSeen, invalidateVersions } from './version-queries.ts';
import { versionName } from './version-words.ts';

/** Says which dates are without a schedule once it is archived. */
export function ArchiveDialog({ seen, periods, onClose, onDone }: AskProps) {
  const { id } = seen.version;
  const queryClient = useQueryClient();
  const archive = async () => {
    const answer = await answerOf(api.POST('/api/versions/{id}/archive', { params: asSeen(seen) }));
    await invalidateVersions(queryClient);
    return answer;
  };
  const lost = datesLostWith(id, periods);
  return (
    <AskDialog
      title={`Archive ${versionName(id).toLowerCase()}?`}
      action={lost.length > 0 ? 'Archive, and leave these dates empty' : 'Archive'}
      act={archive}
      onDone={({ withoutSchedule }) => {
        const empty = withoutSchedule.map(datesText).join(' and ');
        onDone({
          tone: empty ? 'warning' : 'good',
          title: empty ? `Archived. Without a schedule now: ${empty}.` : 'Archived.',
          body: 'Copy it to bring it back.',
        });
      }}
      onClose={onClose}
      refusal={(error) => <RefusalNotice error={error} onReload={onClose} />}
    >
      <div className="stack-l">
        {lost.length > 0 ? (
          <Notice tone="danger" title="These dates will have no schedule:">
            <ul>
              {lost.map((span) => (
                <li key={span.from}>
                  <strong>{datesText(span)}</strong> ({lengthText(span)})
                </li>
              ))}
            </ul>
          </Notice>
        ) : (
          <p>It is not in force: no date loses its schedule.</p>
        )}
        <p>
          {lost.length > 0
            ? 'Nobody can be told then who reads on them, until another version is promoted. '
            : ''}
          The version stays readable as evidence, and can be copied.
        </p>
      </div>
    </AskDialog>
  );
}
