import type { TestContext } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { startHubMerchant } from "../../meetbot/test/fixtures/hub-merchant.ts";
import { botId, type prepareConsoles } from "./open-console.ts";

/** A console whose bot has a webhook that knows one signing secret at a time. */
export async function openKeys(t: TestContext, startConsole: ReturnType<typeof prepareConsoles>) {
  const merchant = await startHubMerchant({ after: (end) => t.after(end) });
  const server = await startConsole(t, { outboundAllow: () => parseAllowList(["127.0.0.1"]) });
  const { bots } = server.store;
  await bots.change(botId, { endpoint: merchant.endpoint });
  merchant.secret = (await bots.secretsOf(botId))?.signingSecrets[0] ?? "";
  merchant.isCareful = true;
  return { ...server, merchant, bots, path: `/bots/${botId}/keys` };
}
