import { readConfig } from "../config.ts";
import { createMerchantAgent } from "../merchant/merchant-agent.ts";
import type { Bot } from "../model/bot.ts";
import type { NotedTest } from "../model/endpoint-test.ts";
import { testBotEndpoint } from "../server/test-bot-endpoint.ts";
import type { Store } from "../store/store.ts";
import { guardOf } from "./guard-of.ts";

/** Tests a bot's endpoint with one of its secrets, by the guard of this environment. */
export async function runEndpointTest(store: Store, bot: Bot, secret: string): Promise<NotedTest> {
  const agent = createMerchantAgent(guardOf(readConfig(process.env)));
  try {
    return await testBotEndpoint(store, bot, secret, agent);
  } finally {
    await agent.close();
  }
}
