import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Facts } from '#web/components/facts.tsx';
import { datesText, lengthText } from '#web/words/date-span.ts';
import { instantText } from '#web/words/instants.ts';
import { importsQuery, type SeenVersion } from './version-queries.ts';

interface Props {
  seen: SeenVersion;
  timeZone: string;
}

/** What the version is, and how much of it is covered as of now. */
export function VersionFacts({ seen, timeZone }: Props) {
  const { version, inForce } = seen;
  const { data: imports } = useQuery(importsQuery(version.id));
  const roster = imports?.find(({ source, state }) => source === 'ROSTER' && state === 'COMPLETE');
  const rosterAt = roster ? (roster.sourceAsOf ?? roster.scrapedAt) : null;
  return (
    <section className="panel" aria-label="Facts">
      <Numbers seen={seen} />
      <div className="version-facts">
        <Facts
          facts={[
            ['Its dates', `${datesText(version)} (${lengthText(version)})`],
            ['In force', inForce.length === 0 ? null : <Spans key="spans" spans={inForce} />],
            [
              'Roster as of',
              rosterAt ? instantText(rosterAt, timeZone) : imports ? 'no roster was imported' : '…',
            ],
            ['Made', instantText(version.createdAt, timeZone)],
            ['Id', <code key="id">{version.id}</code>],
          ]}
        />
      </div>
    </section>
  );
}

const Spans = ({ spans }: { spans: SeenVersion['inForce'] }) => (
  <ul>
    {spans.map((span) => (
      <li key={span.from}>{datesText(span)}</li>
    ))}
  </ul>
);

const COUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const SHARE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

function Numbers({ seen: { version, coverage } }: { seen: SeenVersion }) {
  const { full, partial, uncovered, mismatched, shiftInstances, studyHours, byPosition, gaps } = coverage;
  const share = studyHours.required === 0 ? 100 : (studyHours.covered / studyHours.required) * 100;
  return (
    <>
      <div className="version-numbers">
        <Figure value={`${SHARE.format(coverage.percentage)} %`} of="of shifts covered" />
        <Figure value={`${SHARE.format(share)} %`} of="of study hours read" />
        <Figure
          value={COUNT.format(gaps)}
          of={
            <Link to="/coverage" search={{ version: version.id }}>
              {gaps === 1 ? 'gap' : 'gaps'}
            </Link>
          }
        />
      </div>
      <p className="version-sum weak small">
        Of {COUNT.format(shiftInstances)} shifts {COUNT.format(full)} are full, {COUNT.format(partial)}{' '}
        partial, {COUNT.format(uncovered)} uncovered; {COUNT.format(mismatched)} mismatched.{' '}
        {COUNT.format(studyHours.covered)} of {COUNT.format(studyHours.required)} study hours have a reader.
      </p>
      <table className="version-positions">
        <thead>
          <tr>
            <th scope="col">Position</th>
            <th scope="col">Desired</th>
            <th scope="col">Assigned</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(byPosition).map(([position, { desired, assigned }]) => (
            <tr key={position}>
              <th scope="row">{position}</th>
              <td>{COUNT.format(desired)}</td>
              <td>
                {assigned < desired ? (
                  <span className="short">
                    {COUNT.format(assigned)} ({COUNT.format(desired - assigned)} short)
                  </span>
                ) : (
                  COUNT.format(assigned)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const Figure = ({ value, of }: { value: string; of: ReactNode }) => (
  <div className="version-number">
    <p className="version-number-value">{value}</p>
    <p className="weak small">{of}</p>
  </div>
);
