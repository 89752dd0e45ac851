import path from 'node:path';
import { expect, it } from 'vitest';
import { drawArchitecture } from '../../tools/draw-architecture.ts';

it('the picture in docs/architecture.md is what the code draws (else run: node tools/draw-architecture.ts)', async () => {
  const { drawn, written } = await drawArchitecture(path.join(import.meta.dirname, '../..'));
  expect(drawn).toContain('subgraph');
  expect(written).toBe(drawn);
});
