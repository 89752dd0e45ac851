import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '#web/client/api.ts';
import { useSession } from '#web/client/session.ts';
import { AskDialog } from '#web/components/ask-dialog.tsx';
import { Button } from '#web/components/button.tsx';
import { Notice } from '#web/components/notice.tsx';
import { ErrorState, Skeleton } from '#web/components/states.tsx';
import { FeedList } from './feed-list.tsx';
import { type Feed, feedsQuery } from './mine-query.ts';
import { NewFeed } from './new-feed.tsx';

interface Props {
  /** Of the person: the title of a feed of their duties. */
  name: string;
  /** Through which department a feed is made; undefined: the user's own. */
  department: string | undefined;
}

/** The own duties in the own calendar: a feed under a secret address, shown once, until it is revoked. */
export function OwnFeed({ name, department }: Props) {
  const { user } = useSession();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(feedsQuery);
  const [revoking, setRevoking] = useState<Feed | null>(null);
  const [isRevoked, setRevoked] = useState(false);
  const renew = () => client.invalidateQueries({ queryKey: ['feeds'] });
  const make = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/feeds', { body: { kind: 'person', ...(department && { department }) } })),
    onSuccess: async () => {
      setRevoked(false);
      await renew();
    },
  });
  const own = data?.feeds.filter(
    (feed) => feed.kind === 'person' && feed.createdBy === user.id && feed.title === name,
  );
  return (
    <section className="mine-feed stack" aria-labelledby="feed-title">
      <h2 id="feed-title">In your calendar</h2>
      <p className="weak">
        A feed shows your duties in the calendar of your phone or desk, and follows every change of the
        roster.
      </p>
      {make.data ? <NewFeed url={make.data.url} /> : null}
      {isRevoked ? (
        <Notice tone="good" live title="The feed is revoked.">
          Its address answers no more.
        </Notice>
      ) : null}
      {make.error ? <ErrorState error={make.error} /> : null}
      {error && !data ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {own ? (
        <>
          <FeedList feeds={own} onRevoke={setRevoking} />
          <div>
            <Button
              look={own.length === 0 ? 'primary' : 'plain'}
              isPending={make.isPending}
              onPress={() => make.mutate()}
            >
              {own.length === 0 ? 'Make my feed' : 'Make another'}
            </Button>
          </div>
        </>
      ) : error ? null : (
        <Skeleton lines={1} label="Loading your feeds" />
      )}
      {revoking ? (
        <AskDialog
          title="Revoke this feed?"
          action="Revoke"
          act={() => answerOf(api.DELETE('/api/feeds/{id}', { params: { path: { id: revoking.id } } }))}
          onClose={() => setRevoking(null)}
          onDone={() => {
            if (make.data?.feed.id === revoking.id) make.reset();
            setRevoking(null);
            setRevoked(true);
            void renew();
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
