import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** What the provider says of whoever signs in; undefined: it leaves the claim out. */
export interface OpenIdPerson {
  email?: string;
  email_verified?: boolean;
}

export interface OpenIdServer {
  issuer: string;
  client: { clientId: string; clientSecret: string };
  /** Who signs in at the provider from now on. */
  person: OpenIdPerson;
  /** What its tokens say otherwise than they should. */
  claims: Record<string, unknown>;
  /** Claims come by userinfo, not in the token. */
  byUserInfo: boolean;
  /** Signs with a key that nobody knows. */
  forged: boolean;
  /** Follows the address that a browser was sent to, as somebody who agrees; answers the address it is sent back to. */
  authorize(location: string): Promise<URL>;
  stop(): Promise<void>;
}

interface Grant {
  nonce: string;
  challenge: string;
  redirectUri: string;
}

/** A provider of OpenID Connect on this machine: discovery, authorization code with PKCE, RS256 tokens, userinfo. */
export async function startOpenIdServer(): Promise<OpenIdServer> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const client = { clientId: 'schedcu-test', clientSecret: 'a secret of the client' };
  const subject = 'subject-1';
  const http = createServer((request, response) => {
    answer(request, response).catch((cause: unknown) => send(response, 500, { error: String(cause) }));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  const provider: OpenIdServer = {
    ...{ issuer, client, person: {}, claims: {}, byUserInfo: false, forged: false },
    async authorize(location) {
      const answered = await fetch(location, { redirect: 'manual' });
      return new URL(answered.headers.get('location') ?? '');
    },
    async stop() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  afterAll(() => provider.stop());

  function tokenOf(nonce: string): string {
    const now = Math.floor(Date.now() / 1_000);
    const times = { iat: now, exp: now + 300, auth_time: now };
    const own = { iss: issuer, aud: client.clientId, sub: subject, nonce };
    const said = provider.byUserInfo ? {} : provider.person;
    const body = [
      { alg: 'RS256', kid: 'key-1', typ: 'JWT' },
      { ...own, ...times, ...said, ...provider.claims },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const signer = createSign('RSA-SHA256').update(body.join('.'));
    const { privateKey } = provider.forged ? strangers : keys;
    return [...body, signer.sign(privateKey).toString('base64url')].join('.');
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    const { searchParams: query } = url;
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return send(response, 200, {
          ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
          ...{ jwks_uri: `${issuer}/keys`, userinfo_endpoint: `${issuer}/userinfo` },
          ...{ response_types_supported: ['code'], subject_types_supported: ['public'] },
          id_token_signing_alg_values_supported: ['RS256'],
        });
      case '/keys':
        return send(response, 200, {
          keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'key-1', alg: 'RS256', use: 'sig' }],
        });
      case '/authorize': {
        const code = randomUUID();
        const redirectUri = query.get('redirect_uri') ?? '';
        grants.set(code, {
          nonce: query.get('nonce') ?? '',
          challenge: query.get('code_challenge') ?? '',
          redirectUri,
        });
        const back = new URL(redirectUri);
        back.searchParams.set('code', code);
        back.searchParams.set('state', query.get('state') ?? '');
        response.writeHead(302, { location: back.href }).end();
        return;
      }
      case '/token': {
        const form = new URLSearchParams(await readText(request));
        const code = form.get('code') ?? '';
        const grant = grants.get(code);
        grants.delete(code);
        const challenge = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url');
        const [id, secret] = Buffer.from(
          request.headers.authorization?.slice('Basic '.length) ?? '',
          'base64',
        )
          .toString()
          .split(':')
          .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
        const isOurs = id === client.clientId && secret === client.clientSecret;
        const fits = grant?.challenge === challenge && grant.redirectUri === form.get('redirect_uri');
        if (!grant || !fits || !isOurs) {
          return send(response, 400, { error: 'invalid_grant' });
        }
        const tokens = { access_token: 'access', token_type: 'Bearer', id_token: tokenOf(grant.nonce) };
        return send(response, 200, tokens);
      }
      case '/userinfo':
        return send(response, 200, { sub: subject, ...provider.person });
      default:
        return send(response, 404, {});
    }
  }
  return provider;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
