import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openTestHttp } from '#test/support/http.ts';
import { expectProblem, ownServers, sendRaw } from '#test/support/own-servers.ts';

const http = await openTestHttp();
const { services, server } = http;
await http.addUser('root@ashby.test', 'ADMIN');
const root = await http.browse('root@ashby.test');
const { listening } = ownServers(services);

const SIGN_IN = { method: 'POST' as const, url: '/api/session' };
const json = { 'content-type': 'application/json' };

describe('a request that is none', () => {
  it.each([
    ['malformed JSON', { headers: json, payload: '{"email": "secret-password' }, 400, 'BAD_REQUEST'],
    ['no body', {}, 400, 'BAD_REQUEST'],
    ['an empty body', { headers: json, payload: '' }, 400, 'BAD_REQUEST'],
    [
      'a prototype in the body',
      { headers: json, payload: '{"__proto__": {"admin": true}}' },
      400,
      'BAD_REQUEST',
    ],
    [
      'a NUL in a text',
      { headers: json, payload: '{"email": "a\\u0000b", "password": "x"}' },
      400,
      'BAD_REQUEST',
    ],
    ['text', { headers: { 'content-type': 'text/plain' }, payload: 'hello' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'a form',
      { headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload: '--x--' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'XML',
      { headers: { 'content-type': 'application/xml' }, payload: '<a/>' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'two megabytes',
      { headers: json, payload: `{"email": "${'a'.repeat(2_000_000)}"}` },
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    [
      'a wrong length',
      { headers: { ...json, 'content-length': '3' }, payload: '{"email":1}' },
      400,
      'BAD_REQUEST',
    ],
  ])('%s', async (_, over, status, code) => {
    const answer = await server.inject({ ...SIGN_IN, ...over });
    expectProblem(answer, status, code);
    expect(answer.body).not.toContain('secret-password');
  });

  it('every wrong field is named', async () => {
    const answer = await root.call('POST', '/api/tokens', { name: '', scopes: ['all'], days: 1.5, more: 1 });
    expect(
      answer
        .json()
        .faults.map(({ path }: { path: string }) => path)
        .sort(),
    ).toEqual([...['body', 'body/days', 'body/name', 'body/scopes/0']]);
    expect(answer.json().detail).toContain('body/days');
  });

  it.each([
    ['an address that nobody knows', 'GET', '/api/nothing', 404, 'NOT_FOUND'],
    ['another method', 'PUT', '/api/session', 405, 'METHOD_NOT_ALLOWED'],
    [
      'another method for one of many',
      'POST',
      '/api/users/00000000-0000-0000-0000-000000000000',
      405,
      'METHOD_NOT_ALLOWED',
    ],
    ['a broken escape', 'GET', '/api/users/%zz', 400, 'BAD_REQUEST'],
    ['a NUL', 'GET', '/api/users/%00', 400, 'BAD_REQUEST'],
    ['a slash too many', 'GET', '/api/session/', 404, 'NOT_FOUND'],
    ['a file that the documentation has not', 'GET', '/api/docs/static/none.js', 404, 'NOT_FOUND'],
    ['an endless id', 'GET', `/api/users/${'a'.repeat(500)}`, 414, 'URI_TOO_LONG'],
    ['an id that is none', 'GET', '/api/users/1', 400, 'BAD_REQUEST'],
    ['a cursor that is none', 'GET', '/api/audit?cursor=x', 400, 'BAD_REQUEST'],
    ['a page that is too large', 'GET', '/api/audit?limit=201', 400, 'BAD_REQUEST'],
  ])('%s', async (_, method, url, status, code) => {
    expectProblem(await root.call(method, url), status, code);
  });

  it.each([
    ['nothing at all', '*/*;q=0', 406],
    ['another form', 'application/xml, text/csv;q=0.5', 406],
    ['the form in which others answer', 'text/event-stream', 406],
    ['anything, if need be', 'text/html, */*;q=0.1', 200],
    ['anything of the kind', 'application/*', 200],
    ['JSON', 'text/html;level=1, Application/JSON', 200],
    ['JSON by another name', 'application/vnd.example+json', 200],
    ['it does not say', '', 200],
  ])('who takes %s', async (_, accept, status) => {
    const answer = await root.call('GET', '/api/session', undefined, { headers: { accept } });
    if (status === 406) expectProblem(answer, 406, 'NOT_ACCEPTABLE');
    else expect(answer.statusCode).toBe(status);
  });

  it('another method is told which there are', async () => {
    expect((await root.call('PUT', '/api/session')).headers['allow']).toBe('POST, GET, HEAD, DELETE');
  });
});

describe('on the wire', () => {
  it.each([
    ['garbage', 'GARBAGE\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'two lengths',
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
  ])('%s', async (_, bytes, status) => {
    const { port } = await listening();
    const answer = await sendRaw(port, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('Content-Type: application/problem+json');
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status });
  });

  it('a body that takes too long is broken off', async () => {
    const { port } = await listening({ requestTimeoutMs: 200 });
    const head =
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n';
    expect(await sendRaw(port, `${head}{"email"`)).toMatch(/^HTTP\/1.1 408 /);
  });

  it('whoever goes away in the middle leaves nothing behind', async () => {
    const { port, url } = await listening();
    const socket = connect(port, '127.0.0.1');
    socket.write(
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"em',
    );
    await sleep(50);
    socket.destroy();
    expect((await fetch(`${url}/api/health/live`)).status).toBe(200);
  });
});
