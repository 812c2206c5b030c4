/** The most items in one statement: beyond that, each further item costs as much as the one before it. */
const maxTogether = 32;

/** While one statement waits for the disk, the next one is computed. */
const maxUnderWay = 2;

/** How items are dealt with. */
export interface Batchable<Item, Result> {
  /**
   * Returns what an item is about, such as its conversation: of two items with the same key, one waits. If absent, no
   * item has to wait for another.
   */
  keyOf?(item: Item): string;
  /**
   * Handles several items with different keys in one statement. Never waits for a lock, because two statements might
   * wait for each other: skips locked items, with `null` as their result.
   */
  together(items: Item[]): Promise<(Result | null)[]>;
  alone(item: Item): Promise<Result>;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result | Promise<Result>): void;
}

/**
 * Batches the items that arrive while statements run into the next statement. Most of a statement's cost does not
 * depend on its size, so a busy node does more at once, and an idle one does not wait. Skipped items run alone, and so
 * does each item of a statement that failed.
 */
export function inBatches<Item, Result>(
  how: Batchable<Item, Result>,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let underWay = 0;

  async function run(batch: Waiting<Item, Result>[]): Promise<void> {
    const results = await how.together(batch.map(({ item }) => item)).catch(() => []);
    for (const [nth, { item, resolve }] of batch.entries()) {
      resolve(results[nth] ?? how.alone(item));
    }
  }
  function start(): void {
    while (underWay < maxUnderWay && waiting.length > 0) {
      const [batch, later] = divide(waiting, how);
      waiting = later;
      underWay += 1;
      void run(batch).finally(() => {
        underWay -= 1;
        start();
      });
    }
  }
  return (item) => {
    const { promise, resolve } = Promise.withResolvers<Result>();
    waiting.push({ item, resolve });
    // Starts after everything that was just read from the sockets.
    if (waiting.length === 1) setImmediate(start);
    return promise;
  };
}

/** Divides the waiting items into those of the next statement and the rest. */
function divide<Item, Result>(
  waiting: Waiting<Item, Result>[],
  { keyOf }: Batchable<Item, Result>,
): [Waiting<Item, Result>[], Waiting<Item, Result>[]] {
  if (!keyOf) return [waiting.slice(0, maxTogether), waiting.slice(maxTogether)];
  const batch = new Map<string, Waiting<Item, Result>>();
  const later: Waiting<Item, Result>[] = [];
  for (const one of waiting) {
    const key = keyOf(one.item);
    if (batch.size < maxTogether && !batch.has(key)) batch.set(key, one);
    else later.push(one);
  }
  return [[...batch.values()], later];
}
