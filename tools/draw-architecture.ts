/** Draws the rooms of src/ and who imports whom, from the code, into docs/architecture.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';

const BEGIN = '<!-- picture: node tools/draw-architecture.ts -->';
const END = '<!-- end of picture -->';

/** Rooms from the doors down to the words, as they stand in the picture. */
const FLOORS: readonly (readonly [title: string, rooms: readonly string[]])[] = [
  ['wiring', ['main']],
  ['doors', ['cli', 'http', 'jobs']],
  ['made up', ['example']],
  ['joining', ['services']],
  ['thinking (pure)', ['coverage', 'intake', 'sources']],
  ['touching', ['repositories', 'outside']],
];

const roomOf = (file: string): string | null => /^src\/([^/]+)\//.exec(file)?.[1] ?? null;

/** The picture as Mermaid text: rooms that have files, arrows for imports of product files, domain left out. */
async function drawRooms(root: string): Promise<string> {
  const { output } = await cruise(
    ['src'],
    { ...config.options, baseDir: root, exclude: { path: '[.]test[.]ts$' } },
    config.options?.enhancedResolveOptions,
  );
  const { modules } = output as ICruiseResult;
  const rooms = new Set<string>();
  const arrows = new Set<string>();
  for (const module of modules) {
    const from = roomOf(module.source);
    if (from === null) continue;
    rooms.add(from);
    for (const { resolved } of module.dependencies) {
      const to = roomOf(resolved);
      if (to !== null && to !== from && to !== 'domain') arrows.add(`  ${from} --> ${to}`);
    }
  }
  const floors = FLOORS.flatMap(([title, names], index) => {
    const present = names.filter((name) => rooms.has(name));
    return present.length === 0
      ? []
      : [`  subgraph floor${index} ["${title}"]`, ...present.map((name) => `    ${name}`), '  end'];
  });
  return ['```mermaid', 'flowchart TD', ...floors, ...[...arrows].sort(), '```'].join('\n');
}

/** The text of docs/architecture.md with the picture as the code of today draws it. */
export async function drawArchitecture(
  root: string,
): Promise<{ page: string; drawn: string; written: string }> {
  const page = path.join(root, 'docs/architecture.md');
  const written = readFileSync(page, 'utf8');
  const [before, rest] = written.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${page}: the markers of the picture are missing (${BEGIN} … ${END}).`);
  return { page, drawn: `${before}${BEGIN}\n${await drawRooms(root)}\n${END}${after}`, written };
}

if (import.meta.main) {
  const { page, drawn } = await drawArchitecture(path.join(import.meta.dirname, '..'));
  writeFileSync(page, drawn);
}
