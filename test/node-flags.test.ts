import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NODE_FLAGS } from '../bin/node-flags.js';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** Whatever it is started by, the program runs as it was measured. */
it.each([
  ['npm start', 'package.json', `"start": "node ${NODE_FLAGS.join(' ')} `],
  ['npm run bench', 'package.json', `"bench": "node ${NODE_FLAGS.join(' ')} `],
  ['the container', 'deploy/Dockerfile', `["node", "${NODE_FLAGS.join('", "')}", `],
])('%s has the flags of npx schedcu', (_, path, command) => {
  expect(read(path)).toContain(command);
});
