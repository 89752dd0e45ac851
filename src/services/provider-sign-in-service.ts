import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';
import { SIGN_IN_METHODS, type SignInMethod } from '#src/domain/user.ts';
import type { OpenIdProvider } from '#src/outside/openid-provider.ts';
import { readSignedText, signText } from '#src/outside/signed-text.ts';
import type { ServiceContext } from './service-context.ts';
import { recordFailure, type SignedIn, type Visitor } from './session-opening.ts';
import type { SignInService } from './sign-in-service.ts';

/** Sign-in at a provider of OpenID Connect, for users that exist here by verified email. */
export interface ProviderSignInService {
  methods(): readonly SignInMethod[];
  /** Where to send the browser, and what it keeps until it comes back. NOT_FOUND where no provider is configured. */
  begin(): Promise<{ location: string; kept: string }>;
  /** `search` is the query of the callback. UNAUTHENTICATED where the provider, or we, do not let them in. */
  finish(search: string, kept: string | null, visitor: Visitor): Promise<SignedIn>;
}

/** A provider, and the secret that what the browser keeps is signed with. */
export interface SignedProvider {
  provider: OpenIdProvider;
  secret: string;
}

/** How long somebody may take at the provider. */
const PATIENCE_MS = 10 * 60_000;

const keptSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  until: z.number(),
});

export function providerSignInService(
  { now, database: { db } }: ServiceContext,
  signIn: SignInService,
  configured: SignedProvider | null,
): ProviderSignInService {
  const ours = (): SignedProvider => {
    if (configured) return configured;
    throw new CodedError('NOT_FOUND', 'Sign-in by a provider is not set up here. Sign in by password.');
  };
  return {
    methods: () => (configured ? SIGN_IN_METHODS : ['password']),

    async begin() {
      const { provider, secret } = ours();
      const { location, checks } = await provider.begin();
      const until = Date.parse(now()) + PATIENCE_MS;
      return { location, kept: signText(JSON.stringify({ ...checks, until }), secret) };
    },

    async finish(search, kept, visitor) {
      const { provider, secret } = ours();
      const text = kept && readSignedText(kept, secret);
      const checks = text ? keptSchema.parse(JSON.parse(text)) : null;
      if (!checks || checks.until < Date.parse(now())) {
        throw new CodedError(
          'UNAUTHENTICATED',
          'This sign-in was not begun here, or took too long. Begin again.',
        );
      }
      const { email, emailVerified } = await provider.finish(search, checks);
      if (email && emailVerified) return await signIn.signInByEmail(email, visitor);
      await recordFailure(db, email ?? '', null, visitor, 'provider');
      throw new CodedError(
        'UNAUTHENTICATED',
        'Your provider has not verified your email. Ask your administrator.',
      );
    },
  };
}
