import PQueue from 'p-queue';
import type { AmionClock } from './amion-clock.ts';

interface GateLimits {
  /** Requests under way at most. */
  atOnce: number;
  /** Milliseconds between the starts of two requests at least. */
  spacingMs: number;
}

/**
 * Amion blocks those who ask too often, whoever asks: one gate serves all pulls of a process. Requests start in the order
 * asked, at most `atOnce` together, never closer than `spacingMs`; a retry waits its turn like any other request.
 */
export class RequestGate {
  readonly #queue: PQueue;
  readonly #spacingMs: number;
  readonly #clock: AmionClock;
  #turns: Promise<void> = Promise.resolve();
  #lastStart = Number.NEGATIVE_INFINITY;

  constructor({ atOnce, spacingMs }: GateLimits, clock: AmionClock) {
    this.#queue = new PQueue({ concurrency: atOnce });
    this.#spacingMs = spacingMs;
    this.#clock = clock;
  }

  /** Runs a request in its turn. Rejects with the signal's reason when that aborts before the start. */
  async run<T>(request: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#queue.add(
      async () => {
        const { underWay } = await this.#start(request, signal);
        return underWay;
      },
      signal ? { signal } : {},
    );
  }

  /** Starts a request before the next turn can come; the box keeps the wait for its answer out of the turn. */
  async #start<T>(request: () => Promise<T>, signal?: AbortSignal): Promise<{ underWay: Promise<T> }> {
    const before = this.#turns;
    const turn = Promise.withResolvers<void>();
    this.#turns = turn.promise;
    try {
      await before;
      signal?.throwIfAborted();
      // A clock that was set back must not stretch the wait.
      const wait = Math.min(this.#lastStart + this.#spacingMs - this.#clock.now(), this.#spacingMs);
      if (wait > 0) await this.#clock.sleep(wait, signal);
      this.#lastStart = this.#clock.now();
      return { underWay: request() };
    } finally {
      turn.resolve();
    }
  }
}
