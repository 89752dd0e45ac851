import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { clientTypes } from '../tools/client-types.ts';
import { apiDocument } from '../tools/read-api-document.ts';

it('the committed types of the client are those of the server (else run: npm run generate:client)', async () => {
  const committed = await readFile(new URL('../web/client/api.generated.ts', import.meta.url), 'utf8');
  expect(clientTypes(await apiDocument())).toBe(committed);
});

describe('types made of schemas', () => {
  const typeOf = (schema: object): string => {
    const text = clientTypes({ components: { schemas: { One: schema } } });
    const [, type = ''] = /One: ([\s\S]*?);\n {2}\};\n\}/.exec(text) ?? [];
    return type.replace(/\s+/g, ' ');
  };

  it.each([
    [{ type: 'string' }, 'string'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ type: 'integer' }, 'number'],
    [{ type: 'string', enum: ['A', 'B'] }, "'A' | 'B'"],
    [{ const: 'live' }, '"live"'],
    [{ type: 'array', items: { type: ['string', 'null'] } }, '(string | null)[]'],
    [{ $ref: '#/components/schemas/Two' }, "components['schemas']['Two']"],
    [{ anyOf: [{ type: 'number' }, { type: 'null' }] }, 'number | null'],
    [
      { type: 'object', properties: { a: { type: 'string' }, 'b-c': { type: 'number' } }, required: ['a'] },
      "{ a: string; 'b-c'?: number; }",
    ],
    [{ type: 'object', additionalProperties: { type: 'number' } }, '{ [name: string]: number; }'],
    [
      { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: {} },
      '{ a: string; [name: string]: unknown; }',
    ],
    [{ type: 'object', additionalProperties: false }, 'Record<string, never>'],
    [{}, 'unknown'],
  ])('%j', (schema, expected) => {
    expect(typeOf(schema)).toBe(expected);
  });
});
