import { connectorNameOf } from "@meetbot/admin-api/settings/connector-endpoint.ts";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { RecordedTest } from "@meetbot/model/shop/endpoint-test.ts";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { explainVerdict } from "@meetbot/network/addresses/explain-verdict.ts";
import { readConfig } from "../../config.ts";
import { testBotEndpoint } from "../../operations/endpoint/test-bot-endpoint.ts";
import type { Store } from "../../store/store.ts";
import { createCommandWays } from "./command-ways.ts";
import { guardOf } from "./guard-of.ts";

/**
 * Tests a bot's endpoint with one of its secrets, under this environment's guard. Throws a {@link CommandError} if the
 * guard refuses the endpoint: no query was sent, and the refusal concerns only this shell, so it is not stored with the
 * bot.
 */
export async function runEndpointTest(
  store: Store,
  bot: Bot,
  secret: string,
): Promise<RecordedTest> {
  const config = readConfig(process.env);
  if (connectorNameOf(bot.endpoint) === null) await demandAllowed(guardOf(config), bot.endpoint);
  const ways = createCommandWays(config);
  try {
    return await testBotEndpoint(store, bot, secret, ways.to(store));
  } finally {
    await ways.close();
  }
}

async function demandAllowed(guard: EndpointGuard, endpoint: string): Promise<void> {
  const verdict = await guard.judge(endpoint);
  if (verdict.allowed) return;
  throw new CommandError(
    `Nothing is asked, and nothing is stored: with the settings of this shell ${explainVerdict(verdict.reason)}. A server may have other settings: set the same MEETBOT_… variables here as for meetbot serve, and run this again.`,
  );
}
