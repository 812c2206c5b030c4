import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { AgentOf } from "../../merchant/agent-of.ts";
import { whyNotEchoed, whyNotVerified } from "../../merchant/explain-test.ts";
import { testEndpoint } from "../../merchant/test-endpoint.ts";
import { openStore, type StoreOptions } from "../../store/open-store.ts";
import type { Store } from "../../store/store.ts";
import { type Check, fail, ok, warn } from "./check.ts";

/** Tests the endpoint of each bot as the console does, but stores no result. */
export async function checkEndpoints(
  options: StoreOptions,
  agentOf: (store: Store) => AgentOf,
): Promise<Check[]> {
  const store = await openStore(options);
  try {
    const checks: Check[] = [];
    for (const bot of await store.bots.list()) checks.push(await check(store, bot, agentOf(store)));
    return checks;
  } finally {
    await store.close();
  }
}

async function check({ bots }: Store, bot: Bot, agentOf: AgentOf): Promise<Check> {
  const { id, endpoint: url, pageId } = bot;
  const secret = await bots.signingSecretAt(id, "current");
  const test = await testEndpoint({ url, pageId }, secret ?? "", { agent: agentOf(id) });
  const todo = `Look closer: npx meetbot bot test ${id}`;
  if (!test.echoed) return fail("endpoint", `${id}: ${whyNotEchoed(test)}`, todo);
  const why = whyNotVerified(test.verifies);
  return why === null ? ok("endpoint", `${id} answers`) : warn("endpoint", `${id}: ${why}`, todo);
}
