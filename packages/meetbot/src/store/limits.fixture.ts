import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { Client } from "pg";
import { eventually } from "../../test/fixtures/eventually.ts";
import type { Attempt } from "../model/limit.ts";
import { bot, openTestStore } from "./store.fixture.ts";

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
  /** Does something with a connection of its own, on which a transaction can be held open. */
  const operator = async (use: (client: Client) => Promise<void>): Promise<void> => {
    const client = new Client({ connectionString: opened.url });
    await client.connect();
    await use(client).finally(() => client.end());
  };
  /** Resolves when so many connections wait for what somebody else holds. */
  const isBlocked = (count: number): Promise<void> =>
    eventually(10_000, async () => {
      const waiting = await opened.run(`
        select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`);
      assert.equal(waiting.length, count);
    });
  return { ...opened, limits, isLetIn, stored, operator, isBlocked };
}
