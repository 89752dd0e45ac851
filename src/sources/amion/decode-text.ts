/**
 * The text of a report or page: UTF-8 if it is valid (a byte order mark is dropped), else Windows-1252, which every
 * other byte sequence is. Null for UTF-16 and binary files, told by their NUL bytes or their first bytes.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (isBinary(bytes)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const UTF_16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

function isBinary(bytes: Uint8Array): boolean {
  return UTF_16_MARKS.some(([a, b]) => bytes[0] === a && bytes[1] === b) || bytes.includes(0);
}
