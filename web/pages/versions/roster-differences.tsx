import type { Schemas } from '#web/client/api.ts';
import { Badge, type Tone } from '#web/components/notice.tsx';
import './roster-differences.css';

export type RosterDifference = Schemas['RosterDifference'];

const KINDS: Record<RosterDifference['kind'], { name: string; tone: Tone }> = {
  new: { name: 'Taken', tone: 'good' },
  gone: { name: 'Given up', tone: 'danger' },
  swapped: { name: 'Swapped', tone: 'info' },
  hours: { name: 'Hours moved', tone: 'warning' },
  unknown: { name: 'Unknown name', tone: 'warning' },
};

interface Props {
  differences: readonly RosterDifference[];
  /** What the two columns stand for: `Production`, `Amion now`. */
  before: string;
  after: string;
}

/** Who held each shift type of one date, and who holds it now. */
export function RosterDifferences({ differences, before, after }: Props) {
  return (
    <table className="roster-differences">
      <thead>
        <tr>
          <th scope="col" className="roster-differences-shift">
            Shift
          </th>
          <th scope="col" className="roster-differences-what">
            What
          </th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ shiftType, kind, before: was, after: is }) => (
          <tr key={shiftType}>
            <th scope="row">{shiftType}</th>
            <td>
              <Badge tone={KINDS[kind].tone}>{KINDS[kind].name}</Badge>
            </td>
            <td>
              <Holders names={was} />
            </td>
            <td>
              <Holders names={is} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Holders({ names }: { names: readonly string[] }) {
  if (names.length === 0) return <span className="weak">nobody listed</span>;
  return (
    <ul>
      {[...new Set(names)].map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
