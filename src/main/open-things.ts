/** Something that must be closed, in the end, whatever happens. */
export interface Closable {
  /** What is to be waited for first, where nobody is in a hurry. */
  finish?(): Promise<void>;
  close(): Promise<void>;
}

/** Everything that a process has opened, and what it is only just opening. */
export interface OpenThings {
  /** Keeps what is being opened, to be closed with the rest; answers it. */
  keep<T extends Closable>(opening: Promise<T>): Promise<T>;
  /** Waits for whatever should be waited for before closing. */
  finishAll(): Promise<void>;
  /** Closes everything, the newest first, and waits for what is still opening. May be called again. */
  closeAll(): Promise<void>;
}

export function openThings(): OpenThings {
  const kept: Promise<Closable>[] = [];
  let closing: Promise<void> = Promise.resolve();
  const closeKept = async (): Promise<void> => {
    for (let opening = kept.pop(); opening; opening = kept.pop()) {
      // What never opened has been told to whoever asked for it.
      const opened = await opening.catch(() => null);
      await opened?.close();
    }
  };
  return {
    keep(opening) {
      kept.push(opening);
      return opening;
    },
    async finishAll() {
      for (const opening of kept) {
        const opened = await opening.catch(() => null);
        await opened?.finish?.();
      }
    },
    closeAll() {
      closing = closing.then(closeKept);
      return closing;
    },
  };
}
