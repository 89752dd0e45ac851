/** JSON of a value for a JSONB column. PostgreSQL stores neither NUL nor half a surrogate pair: both become U+FFFD. */
export function toStoredJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!/\\u(0000|d[89a-f])/.test(json)) return json;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? toStoredText(part) : part,
  );
}

/** The same for a TEXT column. */
export function toStoredText(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed();
}
