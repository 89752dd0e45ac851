import { Button } from '#web/components/button.tsx';
import type { Message } from '#web/findings/message-place.ts';
import { type Choosing, FindingList } from './finding-list.tsx';
import { LinesAround } from './lines-around.tsx';
import { type LinePlace, linesOf } from './message-lines.ts';
import type { ReportPlace } from './report-place.ts';

interface Props {
  batchId: string;
  messages: readonly Message[];
  place: ReportPlace;
  choosing: Choosing;
}

/** What was found in a roster, beside the lines of the report that it is about. */
export function RosterFindings({ batchId, messages, place, choosing }: Props) {
  const { search, go } = place;
  const all = messages.flatMap(linesOf);
  const chosen = search.line ? { file: search.file ?? null, line: search.line } : all[0];
  const around =
    chosen && (messages.map(linesOf).find((lines) => lines.some((one) => isSame(one, chosen))) ?? [chosen]);
  const show = ({ file, line }: LinePlace): void => go({ source: 'roster', line, file: file ?? undefined });
  return (
    <div className="findings">
      <div className="findings-list">
        <FindingList
          messages={messages}
          choosing={choosing}
          isCurrent={(message) =>
            search.line !== undefined && linesOf(message).some((one) => chosen && isSame(one, chosen))
          }
          actions={(message) => {
            const [first, ...others] = linesOf(message);
            return first ? (
              <Button small onPress={() => show(first)}>
                {others.length === 0 ? 'Show the line' : `Show the ${others.length + 1} lines`}
                <span className="unseen">: {message.text}</span>
              </Button>
            ) : null;
          }}
        />
      </div>
      {chosen && around ? (
        <section className="findings-picture" aria-label="Lines of the report">
          <LinesAround batchId={batchId} at={chosen} among={around} onShow={show} />
        </section>
      ) : null}
    </div>
  );
}

const isSame = (a: LinePlace, b: LinePlace): boolean => a.line === b.line && a.file === b.file;
