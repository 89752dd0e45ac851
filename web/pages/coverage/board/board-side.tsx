import type { VirtualItem } from '@tanstack/react-virtual';
import { counted } from '#web/words/counted.ts';
import type { BoardItem } from './board-items.ts';
import type { BoardMeasures } from './board-measures.ts';

interface Props {
  items: readonly BoardItem[];
  /** Those that are drawn. */
  rows: readonly VirtualItem[];
  measures: BoardMeasures;
  height: number;
}

/** Hospitals and studies, always in sight. For the eye alone: each row says its study itself. */
export function BoardSide({ items, rows, measures: { side, head }, height }: Props) {
  return (
    <div className="board-side" style={{ width: side, height: height - head }} aria-hidden="true">
      {rows.map(({ index, start, size }) => {
        const item = items[index];
        if (!item) return null;
        const style = { top: start, height: size };
        if (item.kind === 'study')
          return (
            <div key={item.key} className="board-study" style={style} title={item.study.label}>
              <span className="board-study-name">{item.study.name}</span>
            </div>
          );
        return (
          <div key={item.key} className="board-study board-hospital-name" style={style}>
            <span>{item.hospital}</span>
            <span className="board-hospital-studies">{counted(item.studies, 'study', 'studies')}</span>
          </div>
        );
      })}
    </div>
  );
}
