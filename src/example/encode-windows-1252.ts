const bytes = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map(
    (character, byte) => [character, byte] as const,
  ),
);

/** The text in Windows-1252; a character that it lacks becomes `?`. */
export function encodeWindows1252(text: string): Uint8Array {
  return Uint8Array.from([...text], (character) => bytes.get(character) ?? 0x3f);
}
