/** Names on the roster and columns of the matrix. The order is the order of a day and of "first in shift order" (R4). */
export const SHIFT_TYPES = ['DAY', 'MidC', 'MidL', 'Mid3', 'ON1', 'ON2'] as const;
export type ShiftType = (typeof SHIFT_TYPES)[number];

export const CATEGORIES = ['DAY', 'MID', 'ON'] as const;
export type Category = (typeof CATEGORIES)[number];

export const EFFECTIVE_POSITIONS = ['Mid Body', 'Mid Neuro', 'ON Body', 'ON Neuro'] as const;
export type EffectivePosition = (typeof EFFECTIVE_POSITIONS)[number];

/** A column of the matrix: a shift type or an effective position. */
export type Position = ShiftType | EffectivePosition;

export type Scenario = 'NEURO' | 'BODY';
export type DayType = 'WEEKDAY' | 'WEEKEND';

const squeeze = (text: string): string => text.replace(/[\s\u00a0_-]+/g, '').toUpperCase();

const shiftTypes = new Map<string, ShiftType>(SHIFT_TYPES.map((type) => [squeeze(type), type]));
const positions = new Map<string, Position>([
  ...shiftTypes,
  ...EFFECTIVE_POSITIONS.map((position) => [squeeze(position), position] as const),
]);

/** Without regard to case and spaces: `Day`, `mid 3`, `ON1`. Null where the name is no shift type. */
export function parseShiftType(text: string): ShiftType | null {
  return shiftTypes.get(squeeze(text)) ?? null;
}

/** A header cell of the matrix: `Mid 3` is Mid3, `ON Body` the effective position; null for any other text. */
export function parsePosition(text: string): Position | null {
  return positions.get(squeeze(text)) ?? null;
}

export function isShiftType(position: Position): position is ShiftType {
  return (SHIFT_TYPES as readonly string[]).includes(position);
}

/** DAY, MID (MidC, MidL, Mid3) or ON (ON1, ON2): what decides whether a shift rolls over midnight (R5). */
export function categoryOf(type: ShiftType): Category {
  if (type === 'DAY') return 'DAY';
  return type.startsWith('Mid') ? 'MID' : 'ON';
}

export const shiftTypesOf = (category: Category): readonly ShiftType[] =>
  SHIFT_TYPES.filter((type) => categoryOf(type) === category);

/** The two shift types that a body-only reader re-cuts (R3, R4), in shift order; none for DAY. */
export function scenarioPair(category: Category): readonly [ShiftType, ShiftType] | null {
  if (category === 'MID') return ['MidC', 'MidL'];
  return category === 'ON' ? ['ON1', 'ON2'] : null;
}
