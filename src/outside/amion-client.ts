import pRetry from 'p-retry';
import { error, info, type ValidationMessage } from '#src/domain/validation.ts';
import { type AmionClock, systemClock } from './amion/amion-clock.ts';
import { type CopyCache, MemoryCopyCache } from './amion/copy-cache.ts';
import {
  type AmionAccess,
  type AmionMonth,
  copyKey,
  type FetchedKind,
  hostOf,
  reportName,
  reportUrl,
} from './amion/report-request.ts';
import { RequestFailure } from './amion/request-failure.ts';
import { RequestGate } from './amion/request-gate.ts';
import { requestReport } from './amion/request-report.ts';
import { FREE_TURNS, type RequestTurns } from './amion/request-turns.ts';

/** A copy younger than this is not fetched again. */
const COPY_MS = 5 * 60_000;

export interface AmionClientOptions {
  /** Tells a report from a refusal, and a whole one from one that breaks off. */
  judge: (name: string, bytes: Uint8Array) => { refusal: ValidationMessage | null; whole: boolean };
  clock?: AmionClock;
  cache?: CopyCache;
  /** Where other processes ask too. */
  turns?: RequestTurns;
  /** 5 requests at once. */
  atOnce?: number;
  /** Between request starts. The default is a little over the second that Amion asks for, as networks jitter. */
  spacingMs?: number;
  /** For a request and its body: 30 s. */
  timeoutMs?: number;
  /** After the first try: 3. */
  retries?: number;
  /** Before the first retry, doubling from there, with jitter: 1 s. */
  backoffMs?: number;
  /** Of a body: 20 MB. */
  maxBytes?: number;
  /** Told of every request as it starts, for logs and meters. */
  onRequest?: (request: { name: string; startedAt: number }) => void;
}

export interface FetchedReport {
  /** `amion-625c-2026-04`: holds no login. */
  name: string;
  bytes: Uint8Array;
}

/** What a pull brought: the reports that came, in order of months, and everything that went wrong. */
export interface FetchedRoster {
  files: FetchedReport[];
  messages: ValidationMessage[];
}

interface Pull extends AmionAccess {
  months: AmionMonth[];
  signal?: AbortSignal;
  /** Told how many months are done, each time that one is, with or without a report. */
  onMonth?: (done: number) => void;
}

/** Fetches rosters from Amion, politely. One client serves a whole process, for its limits hold across all pulls. */
export class AmionClient {
  readonly #options: Required<Omit<AmionClientOptions, 'onRequest'>> & Pick<AmionClientOptions, 'onRequest'>;
  readonly #gate: RequestGate;
  readonly #underWay = new Map<string, Promise<unknown>>();

  constructor(options: AmionClientOptions) {
    this.#options = {
      clock: systemClock,
      cache: new MemoryCopyCache(COPY_MS),
      turns: FREE_TURNS,
      atOnce: 5,
      spacingMs: 1_050,
      timeoutMs: 30_000,
      retries: 3,
      backoffMs: 1_000,
      maxBytes: 20_000_000,
      ...options,
    };
    this.#gate = new RequestGate(this.#options, this.#options.clock, this.#options.turns);
  }

  /**
   * The rosters of months: report 625c, or 619 where Amion does not give that, and then the staff list for the contacts.
   * One month's trouble does not hide another's: all of it is in `messages` (AMION_UNREACHABLE after the retries,
   * AMION_REJECTED_LOGIN, AMION_UNEXPECTED_RESPONSE). Rejects only when the signal aborts, with its reason, and throws
   * BAD_REQUEST for a base that is no address.
   */
  async fetchRoster(pull: Pull): Promise<FetchedRoster> {
    hostOf(pull.base);
    let done = 0;
    const months = await Promise.all(
      pull.months.map(async (month) => {
        const fetched = await this.#fetchMonth(pull, month);
        pull.onMonth?.(++done);
        return fetched;
      }),
    );
    const files = months.flatMap((month) => month.files);
    const [first] = pull.months;
    const narrow = months.some((month) => month.narrow);
    const staff = narrow && first ? await this.#fetchStaff(pull, first) : { files: [], messages: [] };
    const messages = mergeMessages(months.flatMap((month) => month.messages));
    return { files: [...files, ...staff.files], messages: [...messages, ...staff.messages] };
  }

  async #fetchMonth(pull: Pull, month: AmionMonth): Promise<FetchedRoster & { narrow: boolean }> {
    const wide = await this.#fetch(pull, '625c', month);
    if (!isFallbackWorthwhile(wide.messages)) return { ...wide, narrow: false };
    const narrow = await this.#fetch(pull, '619', month);
    return narrow.files.length > 0 ? { ...narrow, narrow: true } : { ...wide, narrow: false };
  }

  /** The staff list only adds contacts; a roster is whole without it. */
  async #fetchStaff(pull: Pull, month: AmionMonth): Promise<FetchedRoster> {
    const staff = await this.#fetch(pull, '706', month);
    const messages = staff.messages.map(({ text, context }) =>
      info(
        'COUNTS',
        `The staff list was not to be had, so people are known by name and id only. ${text}`,
        ['staff list'],
        {
          name: context['name'],
        },
      ),
    );
    return { files: staff.files, messages };
  }

  async #fetch(pull: Pull, kind: FetchedKind, month: AmionMonth): Promise<FetchedRoster> {
    const name = reportName(kind, month);
    try {
      const bytes = await this.#copy(pull, kind, month);
      const { refusal } = this.#options.judge(name, bytes);
      return refusal ? { files: [], messages: [refusal] } : { files: [{ name, bytes }], messages: [] };
    } catch (failure) {
      if (failure instanceof RequestFailure)
        return { files: [], messages: [messageOf(failure, name, hostOf(pull.base))] };
      throw failure;
    }
  }

  /** A young copy, or a new one; of two who want the same at once, the second waits for the first's. */
  async #copy(pull: Pull, kind: FetchedKind, month: AmionMonth): Promise<Uint8Array> {
    const key = copyKey(pull, kind, month);
    for (let other = this.#underWay.get(key); other; other = this.#underWay.get(key)) {
      await Promise.allSettled([other]);
      pull.signal?.throwIfAborted();
    }
    const request = this.#copyOrRequest(pull, kind, month, key);
    this.#underWay.set(key, request);
    try {
      return await request;
    } finally {
      this.#underWay.delete(key);
    }
  }

  async #copyOrRequest(pull: Pull, kind: FetchedKind, month: AmionMonth, key: string): Promise<Uint8Array> {
    return (await this.#findYoung(key)) ?? (await this.#request(pull, kind, month, key));
  }

  async #findYoung(key: string): Promise<Uint8Array | null> {
    const { cache, clock } = this.#options;
    const copy = await cache.find(key);
    return copy && clock.now() - copy.fetchedAt < COPY_MS ? copy.bytes : null;
  }

  #request(
    { signal, ...access }: Pull,
    kind: FetchedKind,
    month: AmionMonth,
    key: string,
  ): Promise<Uint8Array> {
    const { retries, backoffMs, clock, onRequest, cache, judge } = this.#options;
    const name = reportName(kind, month);
    const request = async (): Promise<Uint8Array> => {
      onRequest?.({ name, startedAt: clock.now() });
      const bytes = await requestReport(reportUrl(access, kind, month), this.#options, signal);
      // Before its turn ends: who waits for the same finds the copy.
      if (judge(name, bytes).whole) await cache.keep(key, { bytes, fetchedAt: clock.now() });
      return bytes;
    };
    const once = (): Promise<Uint8Array> =>
      this.#gate.run(request, { key, instead: () => this.#findYoung(key), signal });
    return pRetry(once, {
      retries,
      factor: 2,
      minTimeout: backoffMs,
      maxTimeout: backoffMs * 16,
      randomize: true,
      shouldRetry: ({ error: failure }) => failure instanceof RequestFailure && failure.passing,
      ...(signal ? { signal } : {}),
    });
  }
}

/** The same trouble of several months is one message that names them all. */
function mergeMessages(messages: ValidationMessage[]): ValidationMessage[] {
  const fileOf = ({ context }: ValidationMessage): string => String(context['file'] ?? '');
  const causes = Map.groupBy(
    messages,
    (message) => `${message.code} ${message.text.replaceAll(fileOf(message), '')}`,
  );
  return [...causes.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const files = group.map(fileOf);
    return [
      {
        ...first,
        text: first.text.replaceAll(fileOf(first), files.join(', ')),
        context: { ...first.context, files },
      },
    ];
  });
}

/** A refused login, a missing schedule file or a dead network is no better with another report. */
function isFallbackWorthwhile(messages: ValidationMessage[]): boolean {
  return messages.some(
    ({ code, context }) => code === 'AMION_UNEXPECTED_RESPONSE' && context['noFile'] !== true,
  );
}

function messageOf({ kind, message }: RequestFailure, name: string, host: string): ValidationMessage {
  const place = { file: name, host };
  if (kind === 'login') {
    const text = `${name}: ${host} did not accept the login (${message}). Check the department's Amion login and fetch again.`;
    return error('AMION_REJECTED_LOGIN', text, [name], place);
  }
  if (kind === 'answer') {
    const text = `${name}: ${host} gave no report: ${message}. Fetch it again later, or save the report by hand.`;
    return error('AMION_UNEXPECTED_RESPONSE', text, [name], place);
  }
  const text = `${name}: ${host} is out of reach: ${message}. Check the network and the Amion base address, and fetch again.`;
  return error('AMION_UNREACHABLE', text, [name], place);
}
