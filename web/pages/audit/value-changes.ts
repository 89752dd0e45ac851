/** What an audited change did to each value, from the JSON of before and after. */

export interface ValueChange {
  /** Where it stands: `specialty`, `mapping`, `settings.rolloverHour`. Empty for a plain value. */
  name: string;
  before: string | null;
  after: string | null;
}

/** Of an entry, without the ids of the thing itself and of its department: those stand beside its name already. */
export function entryChanges({ resource, hospitalId, oldValues, newValues }: Audited): ValueChange[] {
  const known = new Map([
    ['id', resource.split(':')[1]],
    ['hospitalId', hospitalId ?? undefined],
  ]);
  return valueChanges(oldValues, newValues).filter(
    ({ name, before, after }) => before !== null || after === null || known.get(name) !== after,
  );
}

interface Audited {
  resource: string;
  hospitalId: string | null;
  oldValues: unknown;
  newValues: unknown;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only what differs; of something that is new or gone, everything. In the order of the newer values. */
export function valueChanges(before: unknown, after: unknown, name = ''): ValueChange[] {
  if ((isObject(before) && !isValue(after)) || (isObject(after) && !isValue(before))) {
    const [old, fresh] = [asObject(before), asObject(after)];
    const keys = [...new Set([...Object.keys(fresh), ...Object.keys(old)])];
    const inner = (key: string) => (name === '' ? key : `${name}.${key}`);
    return keys.flatMap((key) => valueChanges(old[key], fresh[key], inner(key)));
  }
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, name);
  const [was, is] = [valueText(before), valueText(after)];
  return was === is ? [] : [{ name, before: was, after: is }];
}

/** A text, number or list, which has no inner values to set beside those of an object. */
const isValue = (value: unknown): boolean => value !== null && value !== undefined && !isObject(value);

const asObject = (value: unknown): Json => (isObject(value) ? value : {});

/** Of a list only the entries that went and that came. */
function listChanges(before: readonly unknown[], after: readonly unknown[], name: string): ValueChange[] {
  const [old, fresh] = [before.map(entryText), after.map(entryText)];
  const gone = old.filter((entry) => !fresh.includes(entry));
  const came = fresh.filter((entry) => !old.includes(entry));
  if (gone.length === 0 && came.length === 0) return [];
  return [{ name, before: gone.join('; ') || null, after: came.join('; ') || null }];
}

const entryText = (value: unknown): string => valueText(value) ?? 'none';

/** A value in words; null where there is none. */
function valueText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(entryText).join('; ');
  if (isObject(value))
    return Object.entries(value)
      .map(([key, inner]) => `${wordsOf(key)} ${entryText(inner)}`)
      .join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** `shiftType` → `shift type` */
const wordsOf = (name: string): string => name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
