import { Notice } from '#web/components/notice.tsx';
import { counted } from '#web/words/counted.ts';
import { datesText } from '#web/words/date-span.ts';
import type { FindingCounts } from './findings-filter.ts';
import type { SeenVersion } from './version-queries.ts';

/** In one sentence how a version stands, and what comes next. */
export function Standing({ seen, counts }: { seen: SeenVersion; counts: FindingCounts }) {
  const { version, inForce } = seen;
  if (version.status === 'PRODUCTION')
    return (
      <Notice tone="good" title={`In force for ${inForce.map(datesText).join(' and ')}.`}>
        {isTrimmed(seen)
          ? `Of its own dates, ${datesText(version)}, later promotions took the others.`
          : null}
      </Notice>
    );
  if (version.status === 'ARCHIVED')
    return (
      <Notice tone="plain" title="Archived: not in force.">
        It stays as evidence of who was on call. Copy it to bring it back.
      </Notice>
    );
  const { errors, openWarnings } = counts;
  if (errors + openWarnings === 0)
    return (
      <Notice tone="good" title="Nothing stands against its promotion.">
        Promote it to put it in force for {datesText(version)}.
      </Notice>
    );
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(openWarnings > 0 ? [`${counted(openWarnings, 'warning')} that nobody has accepted`] : []),
  ];
  return (
    <Notice
      tone={openWarnings > 0 ? 'danger' : 'warning'}
      title={`Against its promotion: ${parts.join(' and ')}.`}
    >
      {openWarnings > 0 ? 'Warnings are accepted below, with a reason. ' : ''}
      {errors > 0 ? 'Errors are mended at their source, or overridden with a reason.' : ''}
    </Notice>
  );
}

const isTrimmed = ({ version, inForce }: SeenVersion): boolean =>
  inForce.length !== 1 || inForce[0]?.from !== version.from || inForce[0].to !== version.to;
