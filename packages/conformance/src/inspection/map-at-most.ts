/**
 * Processes each item, with at most as many under way as `most` returns at that moment. Returns the results in the
 * order of the items.
 */
export async function mapAtMost<Item, Result>(
  most: () => number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const underWay = new Set<Promise<void>>();
  for (const [at, item] of items.entries()) {
    const one = work(item).then((result) => {
      results[at] = result;
      underWay.delete(one);
    });
    underWay.add(one);
    // If one fails, the caller does not wait for the others.
    one.catch(() => {});
    if (underWay.size >= most()) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  return results;
}
