/** Why a study has no reader, in the words of a page. */

interface Because {
  position: string | null;
  shiftType?: string | null;
  person: string | null;
}

/** `Nobody holds MidC` */
export function causeText(cause: string, { position, person }: Because): string {
  switch (cause) {
    case 'NO_RULE':
      return 'The matrix marks nobody for it';
    case 'POSITION_EMPTY':
      return `Nobody holds ${position ?? 'the position'}`;
    case 'SPECIALTY_MISMATCH':
      return `${person ?? 'Whoever is on'} holds ${position ?? 'it'}, but may not read it`;
    case 'NOT_LISTED':
      return 'Not on the matrix at this hour';
    case 'NO_WINDOW':
      return 'No window of the matrix is open at this hour';
    default:
      return cause;
  }
}

/** Short, for badges and filters. */
export const CAUSE_NAMES: Record<string, string> = {
  NO_RULE: 'No mark in the matrix',
  POSITION_EMPTY: 'Position empty',
  SPECIALTY_MISMATCH: 'May not read it',
  NOT_LISTED: 'Not listed',
  NO_WINDOW: 'No window open',
};

/** A study that is required and has no reader; the others are hours that nobody asked for. */
export const isHole = (cause: string | null): boolean =>
  cause !== null && cause !== 'NOT_LISTED' && cause !== 'NO_WINDOW';
