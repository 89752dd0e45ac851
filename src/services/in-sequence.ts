/** One after the other, in order: statements of one transaction share its connection. */
export async function inSequence<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<B[]> {
  const results: B[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
