import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { CodedError } from '#src/domain/errors.ts';

/** Who signs our users in, and as which client we are known there. */
export interface OpenIdSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Our own callback, as it is registered there. */
  redirectUri: string;
}

/** What the answer must fit to: kept by the browser between going and coming back. */
export interface OpenIdChecks {
  state: string;
  nonce: string;
  verifier: string;
}

export interface OpenIdClaims {
  email: string | null;
  emailVerified: boolean;
}

/** A provider of OpenID Connect. UNAVAILABLE where it does not answer, UNAUTHENTICATED where its answer does not fit. */
export interface OpenIdProvider {
  /** Where to send the browser, with PKCE, state and nonce. */
  begin(): Promise<{ location: string; checks: OpenIdChecks }>;
  /** What the provider says of whoever came back with `search` (the query of the callback). */
  finish(search: string, checks: OpenIdChecks): Promise<OpenIdClaims>;
}

const TIMEOUT_S = 10;
const SCOPE = 'openid email';

export function openIdProvider(settings: OpenIdSettings): OpenIdProvider {
  const { issuer, redirectUri } = settings;
  let found: Promise<Configuration> | null = null;
  /** The provider describes itself once; a failure is asked again. */
  const configuration = (): Promise<Configuration> => {
    found ??= discover(settings).catch((cause) => {
      found = null;
      throw outOfReach(issuer, cause);
    });
    return found;
  };
  return {
    async begin() {
      const config = await configuration();
      const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const challenge = await calculatePKCECodeChallenge(checks.verifier);
      const { state, nonce } = checks;
      const location = buildAuthorizationUrl(config, {
        ...{ redirect_uri: redirectUri, scope: SCOPE, state, nonce },
        ...{ code_challenge: challenge, code_challenge_method: 'S256' },
      });
      return { location: location.href, checks };
    },

    async finish(search, { state, nonce, verifier }) {
      const config = await configuration();
      const back = new URL(redirectUri);
      back.search = search;
      const expected = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      try {
        const tokens = await authorizationCodeGrant(config, back, expected);
        const claims = tokens.claims();
        if (claims?.['email'] !== undefined || !claims) return toClaims(claims ?? {});
        return toClaims(await fetchUserInfo(config, tokens.access_token, claims.sub));
      } catch (cause) {
        if (isOutOfReach(cause)) throw outOfReach(issuer, cause);
        const text = 'The sign-in at your provider did not succeed. Begin again.';
        throw new CodedError('UNAUTHENTICATED', text, {}, cause);
      }
    },
  };
}

/** Plain http is for a provider on this machine only. Signatures of tokens are checked, however they came. */
async function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<Configuration> {
  const server = new URL(issuer);
  const execute = server.protocol === 'http:' ? [allowInsecureRequests] : [];
  const options = { timeout: TIMEOUT_S, execute };
  const described = (await discovery(server, clientId, clientSecret, undefined, options)).serverMetadata();
  const methods = described.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const proof = methods.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
  const config = new Configuration(described, clientId, clientSecret, proof(clientSecret));
  config.timeout = TIMEOUT_S;
  for (const step of [...execute, enableNonRepudiationChecks]) step(config);
  return config;
}

/** `email_verified` is a boolean; some providers write it as text. */
const toClaims = (claims: Record<string, unknown>): OpenIdClaims => ({
  email: typeof claims['email'] === 'string' ? claims['email'] : null,
  emailVerified: claims['email_verified'] === true || claims['email_verified'] === 'true',
});

/** Names of system and library failures that mean "no answer", by their code or that of their cause. */
function isOutOfReach(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code = 'code' in cause ? String(cause.code) : '';
  return code === 'OAUTH_TIMEOUT' || cause.message === 'fetch failed' || isOutOfReach(cause.cause);
}

function outOfReach(issuer: string, cause: unknown): CodedError {
  const text = `The sign-in provider ${issuer} does not answer as it should. Try again later, or sign in by password.`;
  return new CodedError('UNAVAILABLE', text, {}, cause);
}
