import { useQuery } from '@tanstack/react-query';
import { Notice } from '#web/components/notice.tsx';
import { Section } from '#web/components/section.tsx';
import { MessageList } from '#web/findings/message-list.tsx';
import { counted } from '#web/words/counted.ts';
import { datesText } from '#web/words/date-span.ts';
import { momentText } from '#web/words/moments.ts';
import type { UploadCheck } from './check-files.ts';
import { acceptedKeysQuery } from './import-queries.ts';
import { AccountingSum } from './report/accounting.tsx';
import './report/report.css';

/** What an import would find in the files, before anything is stored. */
export function CheckResult({ checks, department }: { checks: readonly UploadCheck[]; department: string }) {
  const canImport = checks.every((check) => readingOf(check)?.validation.canImport ?? false);
  return (
    <div className="stack-l">
      <Notice
        tone={canImport ? 'good' : 'danger'}
        live
        title={canImport ? 'The files can be imported.' : 'An import would be refused.'}
      >
        {canImport
          ? 'Nothing is stored yet. Coverage is calculated once the roster is laid over the matrix.'
          : 'Nothing is stored. Correct the files, or start the import and put right there what can be put right here.'}
      </Notice>
      {checks.map((check) => (
        <OneCheck key={check.kind} check={check} department={department} />
      ))}
    </div>
  );
}

const readingOf = ({ workbook, roster }: UploadCheck) => workbook ?? roster;

function OneCheck({ check, department }: { check: UploadCheck; department: string }) {
  const { data: accepted } = useQuery(acceptedKeysQuery(department));
  const reading = readingOf(check);
  if (!reading) return null;
  const { accounting, validation } = reading;
  return (
    <Section
      title={check.kind === 'workbook' ? 'Checked: the workbook' : 'Checked: the roster'}
      lead={check.files.join(', ')}
    >
      <div className="stack">
        <div className="check-head">
          <AccountingSum
            accounting={accounting}
            phase={check.kind === 'workbook' ? 'ODS_IMPORT' : 'AMION_IMPORT'}
            isChecked
          />
          {check.workbook ? <Sheets {...check.workbook} /> : null}
          {check.roster ? <Reports reports={check.roster.reports} /> : null}
        </div>
        <MessageList messages={validation.messages} {...(accepted && { accepted })} />
      </div>
    </Section>
  );
}

function Sheets({ layout, sheets, shifts }: NonNullable<UploadCheck['workbook']>) {
  if (layout === 'list') return <p>A flat list with {counted(shifts.length, 'shift')}.</p>;
  return (
    <details>
      <summary>{counted(sheets.length, 'sheet')} can be read</summary>
      <ul className="check-facts small">
        {sheets.map(({ name, start, end, positions, studies, marks }) => (
          <li key={name}>
            <strong>{name}</strong>{' '}
            <span className="weak">
              {start}–{end}, {positions.join(', ')}: {counted(studies, 'study', 'studies')},{' '}
              {counted(marks, 'mark')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Reports({ reports }: { reports: NonNullable<UploadCheck['roster']>['reports'] }) {
  return (
    <ul className="check-facts">
      {reports.map(({ file, kind, asOf, from, to }) => (
        <li key={file}>
          <strong>{file}</strong>{' '}
          <span className="weak">
            {kind}
            {from && to ? `, ${datesText({ from, to })}` : ''}
            {asOf ? `, as of ${momentText(asOf)}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
