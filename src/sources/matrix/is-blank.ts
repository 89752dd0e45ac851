/** Whether a text shows nothing: white space of any kind, non-breaking spaces too, or no character at all. */
export function isBlank(text: string): boolean {
  return text === '' || !/[^\s\u00a0]/.test(text);
}
