import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { RecordedTest } from "@meetbot/model/shop/endpoint-test.ts";
import type { AgentOf } from "../../merchant/agent-of.ts";
import { testEndpoint } from "../../merchant/test-endpoint.ts";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import type { Store } from "../../store/store.ts";

/**
 * Tests a bot's endpoint with one of its secrets and stores the result. If a stopped endpoint answers, queries to it
 * resume.
 */
export async function testBotEndpoint(
  { bots, health }: Pick<Store, "bots" | "health">,
  { id, endpoint: url, pageId }: Bot,
  secret: string,
  agentOf: AgentOf,
): Promise<RecordedTest> {
  const test = await testEndpoint({ url, pageId }, secret, { agent: agentOf(id) });
  const noted = { url, secretFingerprint: fingerprintOf(secret), test };
  await bots.recordTest(id, noted);
  if (test.echoed) await health.recordAnswering(id, url);
  return noted;
}
