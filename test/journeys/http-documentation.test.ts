import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import { openTestHttp } from '#test/support/http.ts';

const { server } = await openTestHttp();

interface Documented {
  operationId: string;
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

/** Methods of a client that is made from the document are called so. */
const VERBS =
  /^(?:list|get|read|ask|find|create|add|update|set|remove|disable|revoke|import|accept|withdraw|promote|archive|copy|diff|change|apply|calculate|follow|retry|cancel|take|sign|begin|finish)[A-Z][A-Za-z]+$/;

describe('the documentation', () => {
  it('is readable without a session, and loads nothing from elsewhere', async () => {
    const page = await server.inject({ url: '/api/docs/' });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/<script(?![^>]*src=)|(?:src|href)="https?:/);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    for (const [, source] of page.body.matchAll(/(?:src|href)="\.\/([^"]+)"/g)) {
      expect((await server.inject({ url: `/api/docs/${source}` })).statusCode).toBe(200);
    }
  });

  it('is OpenAPI 3.1, its operations have ids of their own, and every reference leads somewhere', async () => {
    const document = (await server.inject({ url: '/api/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values<
      Record<string, { operationId: string; summary: string; tags: string[] }>
    >(document.paths).flatMap((item) => Object.values(item));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operationId, summary, tags } of operations) {
      expect(operationId).toMatch(VERBS);
      expect([typeof summary, tags?.length]).toEqual(['string', 1]);
    }
    for (const { name, description } of document.tags) expect(description, name).toBeTypeOf('string');
    for (const [, name] of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
      expect(document.components.schemas).toHaveProperty(String(name));
    }
  });

  it('says of every answer what it is, by names that a client can use', async () => {
    const document = (await server.inject({ url: '/api/openapi.json' })).json();
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining([
        ...['Coverage', 'WhoAnswers', 'Version', 'Job', 'Person', 'Hospital', 'Problem', 'ValidationMessage'],
      ]),
    );
    expect(Object.keys(document.components.schemas).filter((name) => name.endsWith('Input'))).toEqual([]);
    const operations = Object.values<Record<string, Documented>>(document.paths).flatMap(Object.values);
    for (const { operationId, responses } of operations as Documented[]) {
      for (const [status, { content }] of Object.entries(responses)) {
        const [media] = Object.entries(content ?? {});
        if (!status.startsWith('2') || status === '204') continue;
        const [type, { schema }] = media ?? ['', { schema: {} }];
        expect(type, `${operationId} ${status}`).not.toBe('');
        expect('$ref' in schema || 'properties' in schema || 'type' in schema, operationId).toBe(true);
      }
    }
  });

  it('is clean before a linter, with its strict rules', async () => {
    const source = (await server.inject({ url: '/api/openapi.json' })).body;
    const config = await createConfig({ extends: ['recommended-strict'] });
    const found = await lintFromString({ source, config, absoluteRef: '/openapi.json' });
    const faults = found.map(({ ruleId, location, message }) => [ruleId, location[0]?.pointer, message]);
    // A browser that signs in by a link or a provider is sent on: there is no other answer than 303.
    const sentOn = (pointer = '') => pointer.startsWith('#/paths/~1api~1session~1');
    expect(faults.filter(([rule, at]) => rule !== 'operation-2xx-response' || !sentOn(at))).toEqual([]);
  });
});
