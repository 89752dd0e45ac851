import type { Schemas } from '#web/client/api.ts';

/** What only one of two versions asks for on a date, by shift type. */
export function ShiftDifferences({ shifts }: { shifts: readonly Schemas['ShiftDifference'][] }) {
  return (
    <ul>
      {shifts.map(({ shiftType, removed, added }) => (
        <li key={shiftType} className="shift-lines">
          <strong>{shiftType}</strong>
          <Lines title="Only before" lines={removed} />
          <Lines title="Only after" lines={added} />
        </li>
      ))}
    </ul>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return <span />;
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return (
    <div>
      <p className="weak small">{title}</p>
      <ul>
        {[...counts].map(([line, count]) => (
          <li key={line}>
            {line}
            {count > 1 ? `, ${count} times` : ''}
          </li>
        ))}
      </ul>
    </div>
  );
}
