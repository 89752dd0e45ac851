import { once } from 'node:events';
import { CodedError } from '#src/domain/errors.ts';
import {
  joinOrStartServer,
  type ReachedServer,
  type ServerPlace,
  serverFolder,
} from './join-or-start-server.ts';
import { removeSocketFolder, stopOrphan } from './server-owner.ts';
import { sleep } from './sleep.ts';

/** Called with nothing when the server is lost, and with the error each time starting it again fails. */
export type ServerLostListener = (failure?: CodedError) => void;

const STEADY_AFTER_MS = 10_000;
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;
const POLL_OTHERS_MS = 50;

/** Watches the server of one opened database and, when it is lost, joins or starts the next, until closed. */
export class ServerSupervisor {
  readonly #place: ServerPlace;
  readonly #closing = new AbortController();
  readonly #supervision: Promise<void>;
  readonly #listeners: ServerLostListener[] = [];
  #reached: ReachedServer;
  #ready: Promise<void> = Promise.resolve();

  constructor(place: ServerPlace, reached: ReachedServer) {
    this.#place = place;
    this.#reached = reached;
    this.#supervision = this.#supervise();
  }

  runsServer(): boolean {
    return this.#reached.own?.hasEnded() === false;
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  /** Resolves when nobody else uses the server that this process runs, at the latest after `patienceMs`. */
  async othersDone(patienceMs: number): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (this.runsServer() && !this.#closing.signal.aborted && Date.now() < deadline) {
      // A server that is just going has nobody to wait for.
      if (!(await this.#reached.watch.hasOthers().catch(() => false))) return;
      await sleep(POLL_OTHERS_MS, this.#closing.signal);
    }
  }

  onServerLost(listener: ServerLostListener): void {
    this.#listeners.push(listener);
  }

  close(): Promise<void> {
    this.#closing.abort();
    return this.#supervision;
  }

  async #supervise(): Promise<void> {
    const closed = once(this.#closing.signal, 'abort');
    let pause = 0;
    while (!this.#closing.signal.aborted) {
      const since = Date.now();
      await Promise.race([this.#reached.watch.broken, closed]);
      if (this.#closing.signal.aborted) break;
      pause = Date.now() - since > STEADY_AFTER_MS ? 0 : lengthen(pause);
      const replaced = this.#replace(pause);
      this.#ready = replaced;
      for (const listener of this.#listeners) listener();
      await replaced;
      this.#ready = Promise.resolve();
    }
    const { watch, own } = this.#reached;
    await watch.close();
    if (own === undefined) {
      return stopOrphan(serverFolder(this.#place.dataFolder), this.#place.socketFolder);
    }
    await own.stop();
    await removeSocketFolder(this.#place.socketFolder);
  }

  async #replace(firstPause: number): Promise<void> {
    const { own } = this.#reached;
    for (let pause = firstPause; !this.#closing.signal.aborted; pause = lengthen(pause)) {
      await sleep(pause, this.#closing.signal);
      try {
        const next = await joinOrStartServer(this.#place, { mayCreate: false, signal: this.#closing.signal });
        // A server may outlive its connections (it resets itself when one of its processes crashes).
        this.#reached = own?.hasEnded() === false ? { ...next, own: next.own ?? own } : next;
        return;
      } catch (error) {
        if (this.#closing.signal.aborted) return;
        this.#announceFailure(error);
      }
    }
  }

  #announceFailure(error: unknown): void {
    const failure =
      error instanceof CodedError
        ? error
        : new CodedError('UNAVAILABLE', 'The embedded database is lost.', {}, error);
    this.#ready = Promise.reject(failure);
    this.#ready.catch(() => undefined);
    for (const listener of this.#listeners) listener(failure);
  }
}

function lengthen(pause: number): number {
  return Math.min(Math.max(pause * 2, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
}
