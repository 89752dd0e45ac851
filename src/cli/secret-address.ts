import type { Command } from 'commander';
import { CodedError } from '#src/domain/errors.ts';
import { parseId } from '#src/domain/ids.ts';
import type { SharedSecret } from '#src/domain/shared-secret.ts';
import type { TextBlock } from './text-layout.ts';

/** The list of secret addresses of one kind. */
export const listOf = (kind: Command): Command =>
  kind
    .command('list')
    .description(
      'Those that are not revoked, newest first. Their secrets are not kept, so they are not shown.',
    )
    .option('--department <code>', 'of one department');

export const USE_HEADERS = ['Made (UTC)', 'By', 'Last used'];

/** What a list says of every secret address: since when, by whom, and whether anybody asks for it. */
export function useOf({
  createdAt,
  createdByEmail,
  createdBy,
  lastUsedAt,
}: Pick<SharedSecret, 'createdAt' | 'createdBy' | 'lastUsedAt'> & {
  createdByEmail: string | null;
}): string[] {
  const minute = (at: string): string => at.slice(0, 16).replace('T', ' ');
  return [minute(createdAt), createdByEmail ?? createdBy, lastUsedAt ? minute(lastUsedAt) : 'never'];
}

export const BASE_URL_IS =
  'where the server is reached, e.g. https://schedcu.example.org (default: only the path is printed)';

/** Without a slash at its end; null where none is given. Asked for before anything is made: a secret is not shown twice. */
export function parseBaseUrl(text: string | undefined): string | null {
  if (text === undefined) return null;
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && !/[?#@]/.test(text))
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  throw new CodedError(
    'BAD_REQUEST',
    `"${text}" is no address of a server. Write it as https://schedcu.example.org, without "@", "?" or "#".`,
  );
}

/** A secret address; `url` null where nobody said how the server is reached. */
interface SecretAddress {
  path: string;
  url: string | null;
}

export const addressOf = (base: string | null, path: string): SecretAddress => ({
  ...{ path, url: base === null ? null : `${base}${path}` },
});

export const addressText = ({ path, url }: SecretAddress): TextBlock[] => [
  `  ${url ?? path}`,
  ...(url ? [] : ['Put the address of the server before it, like https://schedcu.example.org.']),
  'It is shown this once.',
];

export function parseAddressId(text: string, what: 'feed' | 'wall'): string {
  const id = parseId(text);
  if (id) return id;
  throw new CodedError('BAD_REQUEST', `"${text}" is no ${what} id. See schedcu ${what}s list.`);
}
