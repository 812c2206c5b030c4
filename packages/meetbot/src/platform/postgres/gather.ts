import { setTimeout as delay } from "node:timers/promises";

/** Combines all calls within `ms` into one: the cost depends on the time, not on the number of callers. */
export function gather<Item, Result>(
  ms: number,
  together: (items: readonly Item[]) => Promise<Result[]>,
): (item: Item) => Promise<Result> {
  let gathering: { items: Item[]; results: Promise<Result[]> } | null = null;
  const begin = () => {
    const items: Item[] = [];
    const results = delay(ms).then(() => {
      gathering = null;
      return together(items);
    });
    return { items, results };
  };
  return async (item) => {
    gathering ??= begin();
    const { items, results } = gathering;
    const nth = items.push(item) - 1;
    return (await results)[nth] as Result;
  };
}
