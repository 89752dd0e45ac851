import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Services } from '#src/services/services.ts';
import type { HttpServer } from './http-context.ts';

const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Measures every request by its route; answers what writes it down, with what the services count, for Prometheus. */
export function measureRequests(server: HttpServer, services: Services): () => Promise<string> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'schedcu_http_request_duration_seconds',
    help: 'Requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  server.addHook('onResponse', async (request, reply) => {
    // Addresses that nobody knows are one route: whoever tries many of them must not fill our memory.
    const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
  });
  const askServices = measureServices(registry, services);
  return async () => {
    await askServices();
    return await registry.metrics();
  };
}

function measureServices(registry: Registry, services: Services): () => Promise<void> {
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]): Gauge<Label> =>
    new Gauge({ name: `schedcu_${name}`, help, labelNames, registers: [registry] });
  const jobs = gauge('jobs', 'Background jobs by kind and state.', ['kind', 'state']);
  const imports = gauge('imports', 'Imports by source and state.', ['source', 'state']);
  const gaps = gauge('coverage_gaps', 'Gaps of the schedule in force, by cause.', ['department', 'cause']);
  const age = gauge('roster_age_seconds', 'Age of the roster of the schedule in force.', ['department']);
  const inForce = gauge('schedule_in_force', 'Departments with a schedule for today.', ['department']);
  const up = gauge('up', 'Whether the database and the queue answer.', ['part']);
  return async () => {
    const { database, queue } = await services.operation.askReadiness();
    for (const one of [jobs, imports, gaps, age, inForce]) one.reset();
    up.set({ part: 'database' }, database.ok ? 1 : 0);
    up.set({ part: 'queue' }, queue.ok ? 1 : 0);
    // What the process itself has measured is told all the same: that is when it is looked at.
    if (!database.ok) return;
    const measures = await services.operation.measure();
    for (const { kind, state, count } of measures.jobs) jobs.set({ kind, state }, count);
    for (const { kind, state, count } of measures.imports) imports.set({ source: kind, state }, count);
    for (const { department, gaps: byCause, rosterAgeSeconds } of measures.departments) {
      inForce.set({ department }, 1);
      for (const [cause, count] of Object.entries(byCause)) gaps.set({ department, cause }, count);
      if (rosterAgeSeconds !== null) age.set({ department }, rosterAgeSeconds);
    }
  };
}
