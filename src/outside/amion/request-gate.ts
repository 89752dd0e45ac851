import PQueue from 'p-queue';
import { newId } from '../new-id.ts';
import type { AmionClock } from './amion-clock.ts';
import { FREE_TURNS, type GateLimits, type RequestTurns } from './request-turns.ts';

/** What a request is for, and what makes it needless. */
interface GateOrder<T> {
  /** The same for two requests that would bring the same. */
  key?: string;
  /** Asked right before the start: what somebody else has brought meanwhile. */
  instead?: () => Promise<T | null>;
  signal?: AbortSignal | undefined;
}

/**
 * Amion blocks those who ask too often, whoever asks: one gate serves all pulls of a process, and takes turns with the gates of
 * other processes. Requests start in the order asked, at most `atOnce` together, never closer than `spacingMs`; a retry waits
 * its turn like any other request.
 */
export class RequestGate {
  readonly #queue: PQueue;
  readonly #limits: GateLimits;
  readonly #clock: AmionClock;
  readonly #turns: RequestTurns;
  #before: Promise<void> = Promise.resolve();
  #lastStart = Number.NEGATIVE_INFINITY;

  constructor(limits: GateLimits, clock: AmionClock, turns: RequestTurns = FREE_TURNS) {
    this.#queue = new PQueue({ concurrency: limits.atOnce });
    this.#limits = { atOnce: limits.atOnce, spacingMs: limits.spacingMs };
    this.#clock = clock;
    this.#turns = turns;
  }

  /** Runs a request in its turn. Rejects with the signal's reason when that aborts before the start. */
  async run<T>(request: () => Promise<T>, order: GateOrder<T> = {}): Promise<T> {
    const { signal } = order;
    return this.#queue.add(
      async () => {
        const { underWay } = await this.#start(request, order);
        return underWay;
      },
      signal ? { signal } : {},
    );
  }

  /** Starts a request before the next turn can come; the box keeps the wait for its answer out of the turn. */
  async #start<T>(request: () => Promise<T>, order: GateOrder<T>): Promise<{ underWay: Promise<T> }> {
    const { signal } = order;
    const { spacingMs } = this.#limits;
    const before = this.#before;
    const turn = Promise.withResolvers<void>();
    this.#before = turn.promise;
    try {
      await before;
      signal?.throwIfAborted();
      // A clock that was set back must not stretch the wait.
      const wait = Math.min(this.#lastStart + spacingMs - this.#clock.now(), spacingMs);
      if (wait > 0) await this.#clock.sleep(wait, signal);
      return await this.#startAmongOthers(request, order);
    } finally {
      turn.resolve();
    }
  }

  async #startAmongOthers<T>(
    request: () => Promise<T>,
    { key = '', instead, signal }: GateOrder<T>,
  ): Promise<{ underWay: Promise<T> }> {
    const id = newId<never>() as string;
    const needless = async (): Promise<T | null> => (await instead?.()) ?? null;
    // What cannot be noted passes with time.
    const end = (): Promise<void> => this.#turns.end(id).catch(() => undefined);
    for (;;) {
      const found = await needless();
      if (found !== null) return { underWay: Promise.resolve(found) };
      const wait = await this.#turns.begin({ id, key }, this.#limits);
      if (wait === null) break;
      await this.#clock.sleep(wait, signal);
    }
    // What came between the look and the turn: from now on nobody else asks for the same.
    const found = await needless();
    if (found !== null) return { underWay: end().then(() => found) };
    this.#lastStart = this.#clock.now();
    const sent = request();
    await this.#turns.sent(id).catch(() => undefined);
    return { underWay: sent.finally(end) };
  }
}
