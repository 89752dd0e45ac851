import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { ApiError } from '#web/client/api.ts';
import { Notice } from '#web/components/notice.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import { SearchBox } from '#web/components/search-box.tsx';
import { EmptyState, ErrorState, Skeleton } from '#web/components/states.tsx';
import { DepartmentPage } from '#web/shell/department-page.tsx';
import { isHole } from '#web/words/causes.ts';
import { dateOf, dayText, localNow, zoneName } from '#web/words/moments.ts';
import { HospitalCard } from './hospital-card.tsx';
import { OnNow } from './on-now.tsx';
import { RosterAge } from './roster-age.tsx';
import { TimeChoice } from './time-choice.tsx';
import { type Answer, groupByHospital, isFound, keyOf, type Who, whoQuery } from './tonight-query.ts';
import { WhyPanel } from './why-panel.tsx';
import './tonight.css';

const route = getRouteApi('/shell/');

/** The first page: who reads each study of each hospital now, until when, and who is next. */
export const TonightPage = () => (
  <DepartmentPage needs="ask" title="Tonight" what="who reads">
    {(department) => <Tonight {...department} />}
  </DepartmentPage>
);

function Tonight({ code, timeZone }: { code: string; timeZone: string }) {
  const { at, find = '', why } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch, isPlaceholderData, dataUpdatedAt } = useQuery(whoQuery(code, at));
  // The answer to another question must not stand for one that has failed.
  const shown = error && isPlaceholderData ? undefined : data;
  const setSearch = (change: {
    at?: string | undefined;
    find?: string | undefined;
    why?: string | undefined;
  }) =>
    void navigate({
      search: (before) => ({ ...before, ...change }),
      replace: 'find' in change,
      resetScroll: false,
    });
  const open = shown?.answers.find((answer) => keyOf(answer) === why);
  const first = shown?.answers[0];
  return (
    <>
      <PageHeader
        title={at ? 'Who reads' : 'Who reads now'}
        lead={
          data ? (
            <RosterAge version={data.version} asOf={data.asOf} at={first?.at} timeZone={timeZone} />
          ) : null
        }
      />
      <div className="tonight-tools no-print">
        <SearchBox
          label="Search by hospital, study or reader"
          value={find}
          onChange={(text) => setSearch({ find: text || undefined })}
        />
        <TimeChoice at={at} timeZone={timeZone} onChange={(moment) => setSearch({ at: moment })} />
      </div>
      {error && isWithoutSchedule(error) ? (
        <EmptyState title="No schedule is in force for this date.">
          <p>{error.message}</p>
        </EmptyState>
      ) : error && shown ? (
        <LostTouch since={localNow(timeZone, new Date(dataUpdatedAt)).slice(11)} error={error} />
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : null}
      {shown && !(error && isWithoutSchedule(error)) ? (
        <TonightAnswers
          who={shown}
          search={find}
          isOld={isPlaceholderData}
          onOpen={(answer) => setSearch({ why: keyOf(answer) })}
        />
      ) : error ? null : (
        <Skeleton lines={12} label="Asking who reads" />
      )}
      <WhyPanel answer={open} who={shown} department={code} onClose={() => setSearch({ why: undefined })} />
    </>
  );
}

/** What was answered before stays in sight, and is not taken for what is so now. */
const LostTouch = ({ since, error }: { since: string; error: Error }) => (
  <Notice tone="danger" live title={`No answer since ${since}.`}>
    What stands here may be wrong by now: ask by telephone. {error.message}
  </Notice>
);

const isWithoutSchedule = (error: Error): boolean =>
  error instanceof ApiError && error.problem.code === 'NO_SCHEDULE';

interface AnswersProps {
  who: Who;
  search: string;
  /** Of another moment than the one asked for. */
  isOld: boolean;
  onOpen(answer: Answer): void;
}

function TonightAnswers({ who, search, isOld, onOpen }: AnswersProps) {
  const wanted = useDeferredValue(search.trim());
  const found = who.answers.filter((answer) => wanted === '' || isFound(answer, wanted));
  const holes = who.answers.filter(({ cause }) => isHole(cause));
  const moments = [...new Set(who.answers.map(({ at }) => at))];
  if (who.answers.length === 0)
    return (
      <EmptyState title="No window of the matrix is open at this hour.">
        <p>The coverage matrix asks nobody to read now. Pick another time above.</p>
      </EmptyState>
    );
  return (
    <div className="stack-l" aria-busy={isOld} data-old={isOld || undefined}>
      {moments.length > 1 ? (
        <Notice tone="info" title="This hour happens twice tonight.">
          The clock is put back: each study is answered for both,{' '}
          {moments.map((moment) => zoneName(moment, who.timeZone)).join(' and ')}.
        </Notice>
      ) : null}
      {holes.length > 0 ? (
        <Notice
          tone="danger"
          live
          title={holes.length === 1 ? 'One study has no reader.' : `${holes.length} studies have no reader.`}
        >
          {holes.map(({ label }) => label).join(', ')}
        </Notice>
      ) : null}
      <OnNow answers={who.answers} />
      {found.length === 0 ? (
        <EmptyState title={`Nothing matches “${wanted}”.`}>
          <p>Search for a hospital, a study such as CT Neuro, a reader or a position.</p>
        </EmptyState>
      ) : (
        moments.map((moment) => (
          <section
            key={moment}
            className="stack"
            aria-label={moments.length > 1 ? zoneName(moment, who.timeZone) : 'Hospitals'}
          >
            {moments.length > 1 ? (
              <h2>
                {dayText(dateOf(moment))}, {zoneName(moment, who.timeZone)}
              </h2>
            ) : null}
            <div className="tonight-hospitals">
              {groupByHospital(found.filter(({ at }) => at === moment)).map((group) => (
                <HospitalCard key={group.hospital} {...group} onOpen={onOpen} />
              ))}
            </div>
          </section>
        ))
      )}
    </div>
  );
}
