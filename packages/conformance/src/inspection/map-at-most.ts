/** Does something for each item, with as many under way as `most` says at that moment; results stand as the items do. */
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
    // Where one fails nobody waits for the others.
    one.catch(() => {});
    if (underWay.size >= most()) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  return results;
}
