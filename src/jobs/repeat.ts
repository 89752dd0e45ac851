export interface Repetition {
  /** Begins no further run; resolves when the present one is over. */
  stop(): Promise<void>;
}

/** Runs `work` at once and again and again, `everyMs` after each end. A fault is told, and does not end it. */
export function repeat(
  everyMs: number,
  work: () => Promise<unknown>,
  onFault: (cause: unknown) => void,
): Repetition {
  let timer: NodeJS.Timeout | null = null;
  let current: Promise<void> = Promise.resolve();
  let stopped = false;
  const next = (): void => {
    current = work()
      .then(() => undefined, onFault)
      .then(() => {
        if (!stopped) timer = setTimeout(next, everyMs);
      });
  };
  next();
  return {
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      return current;
    },
  };
}
