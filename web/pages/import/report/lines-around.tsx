import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { ApiError } from '#web/client/api.ts';
import { IconButton } from '#web/components/button.tsx';
import { Notice } from '#web/components/notice.tsx';
import { ErrorState, Skeleton } from '#web/components/states.tsx';
import { linesQuery } from '../import-queries.ts';
import type { LinePlace } from './message-lines.ts';

interface Props {
  batchId: string;
  at: LinePlace;
  /** Every line of the same cause. */
  among: readonly LinePlace[];
  onShow(place: LinePlace): void;
}

/** A report around one of its lines, as it came. */
export function LinesAround({ batchId, at, among, onShow }: Props) {
  const { data, error, refetch } = useQuery(linesQuery(batchId, at.file, at.line));
  const index = among.findIndex(({ file, line }) => file === at.file && line === at.line);
  const [before, after] = [among[index - 1], among[index + 1]];
  if (error && !data) {
    if (!(error instanceof ApiError) || (error.status !== 404 && error.status !== 409))
      return <ErrorState error={error} retry={() => void refetch()} />;
    return (
      <Notice tone="plain" title="The lines cannot be shown.">
        {error.problem.detail}
      </Notice>
    );
  }
  if (!data) return <Skeleton lines={5} label="Opening the report" />;
  return (
    <div className="panel lines" aria-live="polite">
      <div className="lines-head spread">
        <p>
          <strong>{data.file}</strong>{' '}
          <span className="weak small">
            {data.unit} {data.line} of {data.total}
          </span>
        </p>
        {among.length > 1 ? (
          <div className="row small weak nowrap">
            <IconButton label="The line before" isDisabled={!before} onPress={() => before && onShow(before)}>
              <ChevronLeft size={17} aria-hidden="true" />
            </IconButton>
            {index + 1} of {among.length}
            <IconButton label="The next line" isDisabled={!after} onPress={() => after && onShow(after)}>
              <ChevronRight size={17} aria-hidden="true" />
            </IconButton>
          </div>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard */}
      <section className="lines-frame" tabIndex={0} aria-label={`${data.unit}s of ${data.file}`}>
        <table className="lines-table">
          <tbody>
            {data.lines.map(({ line, text, truncated }) => (
              <tr key={line} aria-current={line === data.line || undefined}>
                <th scope="row">{line}</th>
                <td>
                  <code>
                    {text === '' ? ' ' : text}
                    {truncated ? '…' : ''}
                  </code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
