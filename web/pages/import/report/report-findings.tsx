import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useMay } from '#web/client/session.ts';
import type { Message } from '#web/findings/message-place.ts';
import { acceptedKeysQuery } from '../import-queries.ts';
import type { Source } from '../import-search.ts';
import { AcceptBar } from './accept-bar.tsx';
import { type Choosing, FindingList } from './finding-list.tsx';
import { MatrixFindings } from './matrix-findings.tsx';
import { SeverityCounts } from './phase-strip.tsx';
import type { ReportPlace } from './report-place.ts';
import type { SourceFindings } from './report-sources.ts';
import { RosterFindings } from './roster-findings.tsx';

const NAMES: Record<Source, string> = {
  registers: 'People, hospitals, settings',
  matrix: 'Coverage matrix',
  roster: 'Roster',
  coverage: 'Coverage',
};

interface Props {
  department: string;
  sources: readonly SourceFindings[];
  place: ReportPlace;
}

const NONE: ReadonlySet<string> = new Set();

/** Every message of an import, source by source, each in its place; warnings can be accepted. */
export function ReportFindings({ department, sources, place }: Props) {
  const maySchedule = useMay('schedule');
  const { data: accepted = NONE } = useQuery(acceptedKeysQuery(department));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NONE);
  const shown = sources.find(({ source }) => source === place.search.source) ?? gravest(sources);
  if (!shown) return null;
  const choosing: Choosing = {
    ...{ accepted, chosen },
    choose: maySchedule
      ? (key, isChosen) =>
          setChosen(new Set(isChosen ? [...chosen, key] : [...chosen].filter((one) => one !== key)))
      : null,
  };
  const open = openWarnings(sources, accepted);
  return (
    <section className="report-findings" aria-labelledby="findings">
      <h2 id="findings" tabIndex={-1}>
        What was found
      </h2>
      {maySchedule ? <AcceptBar {...{ department, chosen, open }} onChosen={setChosen} /> : null}
      <Tabs
        className="source-tabs"
        selectedKey={shown.source}
        onSelectionChange={(key) => key !== shown.source && place.go({ source: key as Source })}
      >
        <TabList aria-label="Sources" className="source-tab-list">
          {sources.map(({ source, messages }) => (
            <Tab key={source} id={source} className="source-tab">
              {NAMES[source]}
              <SeverityCounts messages={messages.filter((message) => isOpen(message, accepted))} />
            </Tab>
          ))}
        </TabList>
        <TabPanel id={shown.source} className="source-panel">
          <Findings {...shown} place={place} choosing={choosing} />
        </TabPanel>
      </Tabs>
    </section>
  );
}

function Findings({ source, batchId, ...rest }: SourceFindings & { place: ReportPlace; choosing: Choosing }) {
  if (source === 'matrix' && batchId && !rest.messages.some(({ code }) => NO_WORKBOOK.includes(code)))
    return <MatrixFindings batchId={batchId} {...rest} />;
  if (source === 'roster' && batchId) return <RosterFindings batchId={batchId} {...rest} />;
  return <FindingList {...rest} />;
}

/** What is no workbook has no picture. */
const NO_WORKBOOK = ['INVALID_FILE_TYPE', 'ENCRYPTED_FILE', 'CORRUPT_FILE'];

/** The first source with an error, else the first with a warning. */
function gravest(sources: readonly SourceFindings[]): SourceFindings | undefined {
  const having = (severity: Message['severity']) =>
    sources.find(({ messages }) => messages.some((message) => message.severity === severity));
  return having('ERROR') ?? having('WARNING') ?? sources[0];
}

const isOpen = ({ severity, context }: Message, accepted: ReadonlySet<string>): boolean =>
  severity === 'ERROR' || (severity === 'WARNING' && !accepted.has(context.key));

const openWarnings = (sources: readonly SourceFindings[], accepted: ReadonlySet<string>): string[] => [
  ...new Set(
    sources.flatMap(({ messages }) =>
      messages.flatMap((message) =>
        message.severity === 'WARNING' && isOpen(message, accepted) ? message.context.key : [],
      ),
    ),
  ),
];
