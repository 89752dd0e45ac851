import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '#web/client/session.ts';
import { Allowed } from '#web/components/allowed.tsx';
import { Badge } from '#web/components/notice.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import { ErrorState, Skeleton } from '#web/components/states.tsx';
import { personQuery } from './people-query.ts';
import { PersonParts } from './person-parts.tsx';

const route = getRouteApi('/shell/people/$personId');

export const PersonPage = () => (
  <Allowed needs="read" title="Person" what="the people of the department">
    <PersonFound />
  </Allowed>
);

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
