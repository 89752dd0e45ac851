import { expect, test } from 'vitest';
import { serverArguments } from './server-settings.ts';

test.each([
  ['a real database waits until the disk has what is committed', true, 'on'],
  ['a database of tests does not', false, 'off'],
])('%s', (_, durable, expected) => {
  const settings = serverArguments('/data/postgres', '/tmp/socket', durable);
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    expect(settings).toContain(`${name}=${expected}`);
  }
});

test('a database of tests takes the connections of many files at once', () => {
  expect(serverArguments('/data/postgres', '/tmp/socket', true)).toContain('max_connections=100');
  expect(serverArguments('/data/postgres', '/tmp/socket', false)).toContain('max_connections=500');
});

test('nothing listens on the network', () => {
  expect(serverArguments('/data/postgres', '/tmp/socket', true)).toContain('listen_addresses=');
});
