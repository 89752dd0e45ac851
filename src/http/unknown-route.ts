import { sendProblem } from './error-answers.ts';
import type { HttpServer } from './http-context.ts';
import { wantsPage } from './page-routes.ts';
import { toProblem } from './problem.ts';

interface KnownRoute {
  pattern: RegExp;
  methods: string[];
}

/** What nothing answers: the page for a browser, else 404, or 405 with `Allow` where the address knows other methods. Register it before the routes. */
export function answerUnknownRoutes(server: HttpServer): void {
  const known = new Map<string, KnownRoute>();
  server.addHook('onRoute', ({ url, method }) => {
    const route = known.get(url) ?? { pattern: patternOf(url), methods: [] };
    route.methods.push(...[method].flat());
    known.set(url, route);
  });
  server.setNotFoundHandler((request, reply) => {
    if (server.sendPage && wantsPage(request)) return server.sendPage(reply);
    const [path = ''] = request.url.split('?');
    const allowed = [...known.values()].flatMap(({ pattern, methods }) =>
      pattern.test(path) ? methods : [],
    );
    // A pattern says less than the router: an address that takes the method and yet leads nowhere is unknown.
    if (allowed.length === 0 || allowed.includes(request.method)) {
      const detail = 'There is nothing at this address. See /api/docs for what there is.';
      return sendProblem(reply, { problem: toProblem(404, 'NOT_FOUND', detail, request.id), headers: {} });
    }
    const allow = [...new Set(allowed)].join(', ');
    const detail = `This address takes ${allow}, not ${request.method}.`;
    const problem = toProblem(405, 'METHOD_NOT_ALLOWED', detail, request.id);
    return sendProblem(reply, { problem, headers: { allow } });
  });
}

/** `/feeds/:secret.ics` → one segment for each parameter. */
function patternOf(url: string): RegExp {
  const quoted = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${quoted.replace(/:[A-Za-z0-9_]+/g, '[^/]+')}/?$`);
}
