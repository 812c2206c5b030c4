import type { TestContext } from "node:test";
import type { Attempt } from "@meetbot/model/limit.ts";
import { bot, openTestStore } from "../../store/store.fixture.ts";

/** One of three that a guest may do in an hour. */
export function attempt(item: string | null, changes: Partial<Attempt> = {}): Attempt {
  return { limit: "numbers", subject: "guest", item, max: 3, windowS: 3600, ...changes };
}

/** A store, and one customer's attempts at it, an item a call. */
export async function openCounted(t: TestContext) {
  const opened = await openTestStore(t);
  const { limits } = opened.store;
  const isLetIn = async (item: string | null) =>
    (await limits.count(bot.id, [attempt(item)])).length === 0;
  const stored = async (): Promise<number> => {
    const [row] = await opened.run("select count(*)::integer from attempts");
    return (row as { count: number }).count;
  };
  return { ...opened, limits, isLetIn, stored };
}
