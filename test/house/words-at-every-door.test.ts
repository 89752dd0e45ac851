import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');
/** What is said behind the doors is read at every one of them: a browser knows no option and no command. */
const BEHIND = '{domain,sources,intake,coverage,repositories,services,jobs,http}';
/** An option, or a command to run, within a text. */
const COMMAND_LINE = /['"`(\s]--[a-z][a-z-]+|(\b(see|run|with|by)|\() ?schedcu [a-z]/i;

const ofCommandLine = (text: string): string[] =>
  text.split('\n').filter((line) => COMMAND_LINE.test(line) && !/^\s*(\/?\*|\/\/)/.test(line));

it('finds the words of the command line', () => {
  expect(
    ofCommandLine("a('See schedcu people list.')\nb('Ask one by --version.')\nc('(schedcu run)')"),
  ).toHaveLength(3);
  expect(ofCommandLine("a('people that schedcu does not know')\n i-- - 1")).toEqual([]);
});

it('no message behind the doors speaks of the command line', () => {
  const files = globSync(`src/${BEHIND}/**/*.ts`, { cwd: ROOT }).filter((file) => !file.endsWith('.test.ts'));
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) =>
    ofCommandLine(readFileSync(path.join(ROOT, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
