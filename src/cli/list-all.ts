interface AskedPage {
  limit: number;
  cursor: string | null;
}

interface GivenPage<T> {
  items: T[];
  nextCursor: string | null;
}

/** A list that is short enough to be printed whole, out of its pages. */
export async function listAll<T>(load: (request: AskedPage) => Promise<GivenPage<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: GivenPage<T> = await load({ limit: 200, cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
