/** A report as fetched, and when (milliseconds since 1970). */
interface ReportCopy {
  bytes: Uint8Array;
  fetchedAt: number;
}

/** Where copies are kept for the few minutes in which Amion is not asked again. Keys hold no login. */
export interface CopyCache {
  find(key: string): Promise<ReportCopy | null>;
  keep(key: string, copy: ReportCopy): Promise<void>;
}

/** Copies in the memory of this process; those older than `maxAgeMs` go when a new one comes. */
export class MemoryCopyCache implements CopyCache {
  readonly #copies = new Map<string, ReportCopy>();
  readonly #maxAgeMs: number;

  constructor(maxAgeMs: number) {
    this.#maxAgeMs = maxAgeMs;
  }

  async find(key: string): Promise<ReportCopy | null> {
    return this.#copies.get(key) ?? null;
  }

  async keep(key: string, copy: ReportCopy): Promise<void> {
    for (const [old, { fetchedAt }] of this.#copies) {
      if (copy.fetchedAt - fetchedAt >= this.#maxAgeMs) this.#copies.delete(old);
    }
    this.#copies.set(key, copy);
  }
}
