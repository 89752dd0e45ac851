import { ArrowRight } from 'lucide-react';
import type { Entry } from './audit-query.ts';
import { valueName } from './audit-words.ts';
import { entryChanges, type ValueChange } from './value-changes.ts';

/** As many as a row shows at once. */
const SHOWN = 4;

/** What became of each value; more than a few are folded away. */
export function EntryChanges({ entry }: { entry: Entry }) {
  const changes = entryChanges(entry);
  if (changes.length === 0) return <span className="weak">none</span>;
  const rest = changes.slice(SHOWN);
  return (
    <div className="audit-changes">
      <Changes changes={changes.slice(0, SHOWN)} />
      {rest.length > 0 ? (
        <details>
          <summary>{rest.length} more</summary>
          <Changes changes={rest} />
        </details>
      ) : null}
    </div>
  );
}

const Changes = ({ changes }: { changes: readonly ValueChange[] }) => (
  <dl>
    {changes.map((change) => (
      <div key={change.name} className="audit-change">
        {change.name ? <dt>{valueName(change.name)}</dt> : null}
        <dd>
          <Values {...change} />
        </dd>
      </div>
    ))}
  </dl>
);

function Values({ before, after }: ValueChange) {
  if (before === null) return <ins className="audit-new">{after}</ins>;
  return (
    <>
      <del className="audit-old">{before}</del>
      {after === null ? (
        <span className="weak"> gone</span>
      ) : (
        <>
          {' '}
          <ArrowRight size={13} aria-label="becomes" className="audit-arrow" />{' '}
          <ins className="audit-new">{after}</ins>
        </>
      )}
    </>
  );
}
