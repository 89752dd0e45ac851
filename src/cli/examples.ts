/** The last part of a command's help: how it is called, one line each. */
export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  schedcu ${line}`).join('\n')}`;
