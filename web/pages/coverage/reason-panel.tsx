import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { SHIFT_TYPES } from '#src/domain/shift-type.ts';
import { useMay } from '#web/client/session.ts';
import { AnswerReasons } from '#web/components/answer-reasons.tsx';
import { Dialog } from '#web/components/dialog.tsx';
import { HoleMark } from '#web/components/hole-mark.tsx';
import { ReaderName } from '#web/components/reader-name.tsx';
import { EmptyState, ErrorState, Skeleton } from '#web/components/states.tsx';
import type { Version } from '#web/pages/versions/version-queries.ts';
import { causeText } from '#web/words/causes.ts';
import { clockFrom, dateOf, momentText } from '#web/words/moments.ts';
import { reasonQuery } from './coverage-queries.ts';
import type { RunKey } from './coverage-search.ts';

interface Props {
  version: Version;
  department: string;
  /** Null: none is open. */
  open: RunKey | null;
  onClose(): void;
}

/** Why a run of the board has the reader that it has, or none: back to the matrix and the roster. */
export function ReasonPanel({ open, onClose, ...rest }: Props) {
  return (
    <Dialog
      place="side"
      title={open ? `${open.hospital} ${open.study}` : ''}
      isOpen={open !== null}
      onClose={onClose}
    >
      {open ? <Reason {...rest} run={open} /> : null}
    </Dialog>
  );
}

function Reason({ version, department, run }: Pick<Props, 'version' | 'department'> & { run: RunKey }) {
  const { data: answer, error, refetch } = useQuery(reasonQuery(department, version.id, run));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (answer === undefined) return <Skeleton lines={6} label="Asking why" />;
  if (answer === null)
    return (
      <EmptyState title="The version does not list this study.">
        <p>The link may be of another version.</p>
      </EmptyState>
    );
  const { reader, cause, because, at, until } = answer;
  return (
    <div className="stack-l">
      <div className="stack">
        {reader ? (
          <ReaderName name={reader.name} large />
        ) : (
          <HoleMark text={causeText(cause ?? '', because)} />
        )}
        <p className="weak">
          {momentText(at)}
          {until ? ` until ${clockFrom(until, dateOf(at))}` : ''}
        </p>
      </div>
      <AnswerReasons {...answer} />
      <ReasonActions {...{ version, at, because, run }} label={answer.label} />
    </div>
  );
}

interface ActionsProps {
  version: Version;
  at: string;
  label: string;
  run: RunKey;
  because: { scheduleDate: string; shiftType: string | null };
}

/** Where one goes from here: tonight at that time, of what is in force; the shift, where it may still be changed. */
function ReasonActions({ version, at, label, run, because }: ActionsProps) {
  const mayChange = useMay('schedule') && version.status !== 'ARCHIVED';
  const { scheduleDate: date, shiftType } = because;
  const shift = SHIFT_TYPES.find((name) => name === shiftType);
  const isStaging = version.status === 'STAGING';
  return (
    <div className="row">
      {version.status === 'PRODUCTION' ? (
        <Link className="button" to="/" search={{ at, why: `${run.hospital}|${label}` }}>
          Tonight at {momentText(at)}
        </Link>
      ) : null}
      {mayChange && shift ? (
        <Link
          className="button"
          to="/roster"
          search={{ date, shift, at: at.slice(0, 16), ...(isStaging && { version: version.id }) }}
        >
          Change {shift}
        </Link>
      ) : null}
    </div>
  );
}
