import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { addDays, type LocalDate, toLocalDate } from '#src/domain/local-date.ts';
import { type AmionFault, answer } from './amion-fault.ts';
import { encodeWindows1252 } from './encode-windows-1252.ts';
import { type AssignmentReportKind, renderReport } from './render-report.ts';
import { renderStaffList } from './render-staff-list.ts';
import type { ExampleRoster } from './roster.ts';

/** A request as the server saw it. */
export interface ServedRequest {
  /** Milliseconds since 1970 of its arrival. */
  at: number;
  /** The query as sent, login and all. */
  query: Record<string, string>;
  /** How many requests for the same report and month came before this one. */
  before: number;
}

export interface AmionServerOptions {
  roster: ExampleRoster;
  /** The stamp of its reports, US Eastern: `Apr 28 19:06 2026`. */
  asOf: string;
  /** The login that is accepted. */
  login: string;
  /** 0 (the default) takes any free port. */
  port?: number;
  encoding?: 'utf-8' | 'windows-1252';
  /** A hospital-wide login: what reports have in their Division column. */
  division?: string;
  /** Which fault a request meets; may be changed while the server runs. */
  plan?: (request: ServedRequest) => AmionFault | null;
}

export interface AmionServer {
  /** `http://127.0.0.1:41234`. */
  readonly base: string;
  /** Every request since the start, in order of arrival. */
  readonly requests: readonly ServedRequest[];
  /** Requests under way at once, at most. */
  readonly mostAtOnce: number;
  plan: (request: ServedRequest) => AmionFault | null;
  /** Closes every connection; a second time does nothing. */
  stop(): Promise<void>;
}

/**
 * Starts a small server on loopback that speaks Amion's formats at `/cgi-bin/ocs`: reports 619, 625c, their tab and `--`
 * forms and 706, out of one roster. Failures have status 200, as Amion's have.
 */
export async function startAmionServer(options: AmionServerOptions): Promise<AmionServer> {
  const requests: ServedRequest[] = [];
  let plan = options.plan ?? ((): null => null);
  let underWay = 0;
  let mostAtOnce = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname !== '/cgi-bin/ocs') return notFound(request, response);
    const query = Object.fromEntries(url.searchParams);
    const same = requests.filter(
      (other) => other.query['Rpt'] === query['Rpt'] && other.query['Month'] === query['Month'],
    );
    const served = { at: Date.now(), query, before: same.length };
    requests.push(served);
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    response.once('close', () => {
      underWay -= 1;
    });
    response.setHeader('content-type', 'text/plain');
    const text = renderAnswer(options, query);
    const bytes = options.encoding === 'windows-1252' ? encodeWindows1252(text) : Buffer.from(text);
    answer(response, bytes, plan(served)).catch((error: Error) => response.destroy(error));
  });
  const port = await listen(server, options.port ?? 0);
  return {
    base: `http://127.0.0.1:${port}`,
    requests,
    get mostAtOnce() {
      return mostAtOnce;
    },
    get plan() {
      return plan;
    },
    set plan(next) {
      plan = next;
    },
    stop: () => stop(server),
  };
}

function renderAnswer(
  { roster, asOf, login, division }: AmionServerOptions,
  query: Record<string, string>,
): string {
  if (query['Lo'] !== login) return 'NOFI=Bad password\n';
  const [kind = '', dashes] = (query['Rpt'] ?? '').split(/(?=--$)/);
  const header = dashes !== undefined;
  if (kind === '706') return renderStaffList(roster.staff, asOf, header);
  if (!isAssignmentKind(kind)) return 'NOFI=No report\n';
  const [first, last] = periodOf(query);
  const assignments = roster.assignments.filter(({ date }) => first && last && date >= first && date <= last);
  if (!first || assignments.length === 0) return noFile(query['Month'] ?? '');
  return renderReport(
    { ...roster, assignments },
    { kind, header, division: division ?? null },
    { asOf, first },
  );
}

const KINDS: readonly string[] = [
  '619',
  '625c',
  '619tabs',
  '625tabs',
  '625ctabs',
] satisfies AssignmentReportKind[];
const isAssignmentKind = (report: string): report is AssignmentReportKind => KINDS.includes(report);

function periodOf(query: Record<string, string>): [LocalDate | null, LocalDate | null] {
  const [month, year] = (query['Month'] ?? '').split('-').map(Number);
  const first = month && year ? toLocalDate(2000 + year, month, Number(query['Day'] ?? 1)) : null;
  return [first, first ? addDays(first, Number(query['Days'] ?? 1) - 1) : null];
}

const noFile = (month: string): string =>
  `NOFI=No file\nThere is no 20${month.split('-')[1] ?? ''} schedule file for this login.\n`;

function notFound(_: IncomingMessage, response: ServerResponse): void {
  response.statusCode = 404;
  response.end();
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
