import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '#web/client/api.ts';
import { useMay } from '#web/client/session.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Button } from '#web/components/button.tsx';
import { DataTable } from '#web/components/data-table.tsx';
import { Told } from '#web/components/notice.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { KIND_NAMES, secretColumns } from './feed-columns.tsx';
import { FEEDS, type Feed, useFeeds } from './feeds-query.ts';
import { MakeFeed } from './make-feed.tsx';

interface Props {
  department: { code: string; timeZone: string } | null;
}

/** Calendar feeds, for the calendar on somebody's phone. */
export function FeedsPart({ department }: Props) {
  const maySchedule = useMay('schedule');
  const feeds = useFeeds(maySchedule ? department?.code : undefined);
  const queryClient = useQueryClient();
  const [isMaking, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Feed | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const renew = () => void queryClient.invalidateQueries({ queryKey: FEEDS });
  const timeZone = department?.timeZone ?? 'UTC';
  return (
    <section className="stack" aria-labelledby="feeds-title">
      <div className="spread">
        <div>
          <h2 id="feeds-title">Calendar feeds</h2>
          <p className="weak small">
            {maySchedule ? `Everybody’s of ${department?.code ?? 'the department'}.` : 'Those that you made.'}
          </p>
        </div>
        <Button look="primary" onPress={() => setMaking(true)}>
          Make a feed
        </Button>
      </div>
      <Told text={told} />
      <DataTable
        likely={4}
        label="Calendar feeds"
        columns={[
          {
            key: 'of',
            head: 'Of',
            cell: ({ kind, title }: Feed) => (
              <>
                <strong>{title}</strong> <span className="weak small">{KIND_NAMES[kind].toLowerCase()}</span>
              </>
            ),
          },
          ...secretColumns<Feed>(timeZone, ({ title }) => `the feed of ${title}`, setRevoking),
        ]}
        rowKey={({ id }) => id}
        {...feeds}
        empty={
          <EmptyState title="There are no calendar feeds.">
            <p>
              A feed shows the duties of a person, a position or a hospital in any calendar, and renews
              itself.
            </p>
          </EmptyState>
        }
      />
      {isMaking ? (
        <MakeFeed department={department?.code} onMade={renew} onClose={() => setMaking(false)} />
      ) : null}
      {revoking ? (
        <AskDialog
          title={`Revoke the feed of ${revoking.title}?`}
          action="Revoke"
          act={() => answerOf(api.DELETE('/api/feeds/{id}', { params: { path: { id: revoking.id } } }))}
          onClose={() => setRevoking(null)}
          onDone={() => {
            setTold(`The feed of ${revoking.title} is revoked.`);
            setRevoking(null);
            renew();
          }}
        >
          <p>
            Calendars that use its address get nothing from now on. This is not taken back: make a new feed
            then.
          </p>
        </AskDialog>
      ) : null}
    </section>
  );
}
