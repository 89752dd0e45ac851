import { z } from 'zod';
import { principalOf, type RouteFile, visitorOf } from './http-context.ts';
import { flagText } from './request-fields.ts';
import { isFromThisMachine } from './request-origin.ts';
import { clearSession, keepForProvider, setSession, takeFromProvider } from './session-cookies.ts';
import { presentSession, sessionSchema } from './session-schema.ts';

const tags = ['session'];

/** Signing in and out. */
export const sessionRoutes: RouteFile = (server, { services: { session, signIn, providerSignIn } }) => {
  server.post(
    '/api/session',
    {
      config: { needs: 'open' },
      schema: {
        ...{ tags, operationId: 'signIn', summary: 'Sign in; the answer sets the cookie of the session' },
        body: z
          .object({ email: z.string().max(255), password: z.string().max(1024) })
          .meta({ id: 'Credentials' }),
        response: { 200: sessionSchema },
      },
    },
    async (request, reply) => {
      const { email, password } = request.body;
      const visitor = visitorOf(request);
      const signedIn = await signIn.signIn(email, password, visitor);
      // The session that the browser had before ends: its secret is not carried over.
      if (request.principal) await signIn.signOut(request.principal, visitor);
      setSession(reply, signedIn);
      const { user } = signedIn;
      return presentSession({ user, scopes: null }, await session.view(user));
    },
  );

  server.get(
    '/api/session',
    {
      config: { needs: 'own' },
      schema: {
        ...{ tags, operationId: 'getSession', summary: 'Who is signed in, and what there is for them' },
        response: { 200: sessionSchema },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      return presentSession(principal, await session.view(principal.user));
    },
  );

  server.delete(
    '/api/session',
    {
      config: { needs: 'own' },
      schema: {
        ...{ tags, operationId: 'signOut', summary: 'Sign out, here or everywhere' },
        querystring: z.object({ everywhere: flagText.default(false) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      if (request.query.everywhere) await signIn.signOutEverywhere(principal, visitorOf(request));
      else await signIn.signOut(principal, visitorOf(request));
      clearSession(reply);
      return await reply.code(204).send(null);
    },
  );

  server.get(
    '/api/session/links/:secret',
    {
      config: { needs: 'open' },
      // Who looks at the head alone, as programs do that preview links, would use it up.
      exposeHeadRoute: false,
      schema: {
        ...{
          tags,
          operationId: 'followOneTimeLink',
          summary: 'Sign in by a one-time link, and go to the page',
        },
        params: z.object({ secret: z.string().max(100) }),
        response: { 303: z.null() },
      },
    },
    async (request, reply) => {
      const visitor = visitorOf(request);
      const signedIn = await signIn.followLink(request.params.secret, isFromThisMachine(request), visitor);
      if (request.principal) await signIn.signOut(request.principal, visitor);
      setSession(reply, signedIn);
      return await reply.code(303).header('location', '/').send(null);
    },
  );

  server.get(
    '/api/session/oidc',
    {
      config: { needs: 'open' },
      exposeHeadRoute: false,
      schema: {
        ...{
          tags,
          operationId: 'beginProviderSignIn',
          summary: 'Begin to sign in at the OpenID Connect provider',
        },
        response: { 303: z.null() },
      },
    },
    async (_request, reply) => {
      const { location, kept } = await providerSignIn.begin();
      keepForProvider(reply, kept);
      return await reply.code(303).header('location', location).send(null);
    },
  );

  server.get(
    '/api/session/oidc/callback',
    {
      config: { needs: 'open' },
      exposeHeadRoute: false,
      schema: {
        ...{ tags, operationId: 'finishProviderSignIn', summary: 'The provider sends the browser back here' },
        querystring: z.looseObject({
          state: z.string().max(500).optional(),
          code: z.string().max(4096).optional(),
        }),
        response: { 303: z.null() },
      },
    },
    async (request, reply) => {
      const visitor = visitorOf(request);
      const [, search = ''] = /(\?.*)$/.exec(request.url) ?? [];
      const signedIn = await providerSignIn.finish(search, takeFromProvider(request, reply), visitor);
      if (request.principal) await signIn.signOut(request.principal, visitor);
      setSession(reply, signedIn);
      return await reply.code(303).header('location', '/').send(null);
    },
  );
};
