/** Resolves when `work` does, at the latest after `ms`; rejects only when it rejects before that. Leaves no timer behind. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, ms);
  // A rejection that comes too late is nobody's any more.
  work.catch(() => undefined);
  try {
    await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
