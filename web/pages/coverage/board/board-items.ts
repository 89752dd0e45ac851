import type { BoardStudy } from './board-chunk.ts';

/** A line of the board: the heading of a hospital, or one of its studies. */
export type BoardItem =
  | { kind: 'hospital'; key: string; hospital: string; studies: number }
  | { kind: 'study'; key: string; study: BoardStudy };

export function toItems(studies: readonly BoardStudy[]): BoardItem[] {
  const groups = Map.groupBy(studies, ({ hospital }) => hospital);
  return [...groups].flatMap(([hospital, ofHospital]): BoardItem[] => [
    { kind: 'hospital', key: hospital, hospital, studies: ofHospital.length },
    ...ofHospital.map((study): BoardItem => ({ kind: 'study', key: study.key, study })),
  ]);
}

export const hospitalOf = (item: BoardItem | undefined): string =>
  item?.kind === 'study' ? item.study.hospital : (item?.hospital ?? '');
