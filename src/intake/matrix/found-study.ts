import type { Position } from '#src/domain/shift-type.ts';
import type { Study } from '#src/domain/study.ts';
import type { Place } from './place.ts';

/** A mark in the row of a study. */
export interface FoundMark {
  place: Place;
  position: Position;
  /** The label of its row, spaces collapsed. */
  label: string;
}

/** A study of one sheet, with every row and mark that it has there. */
export interface FoundStudy extends Study {
  hospital: string;
  /** As written in its first row, spaces collapsed, with the hospital. */
  label: string;
  /** The label's cell in its first row. */
  place: Place;
  rows: number;
  /** The first of them in reading order: row by row, from left to right. */
  marks: FoundMark[];
  markCount: number;
}
