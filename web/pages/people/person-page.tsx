import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '#web/client/session.ts';
import { Badge } from '#web/components/notice.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import { ErrorState, NoPermission, Skeleton } from '#web/components/states.tsx';
import { personQuery } from './people-query.ts';
import { PersonParts } from './person-parts.tsx';

const route = getRouteApi('/shell/people/$personId');

export function PersonPage() {
  const mayRead = useMay('read');
  if (mayRead) return <PersonFound />;
  return (
    <>
      <PageHeader title="Person" />
      <NoPermission what="the people of the department" />
    </>
  );
}

function PersonFound() {
  const { personId } = route.useParams();
  const { data: person, error, refetch } = useQuery(personQuery(personId));
  const mayAdminister = useMay('administer');
  return (
    <>
      <PageHeader
        title={person?.name ?? 'Person'}
        lead={
          <span className="row">
            <Link to="/people">All people</Link>
            {person && !person.active ? <Badge>disabled</Badge> : null}
          </span>
        }
        actions={
          mayAdminister && person ? (
            <Link to="/audit" search={{ resource: `person:${person.id}` }} className="button">
              What was changed
            </Link>
          ) : null
        }
      />
      {person ? (
        <PersonParts key={person.id} person={person} />
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : (
        <Skeleton lines={8} label="Loading the person" />
      )}
    </>
  );
}
