import { webhookRoutes } from "@meetbot/admin-api/contract/webhook.ts";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { canBeOpened } from "@meetbot/network/addresses/explain-verdict.ts";
import type { AgentOf } from "../../../merchant/agent-of.ts";
import { testBotEndpoint } from "../../../operations/endpoint/test-bot-endpoint.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { findBot, findSecret } from "../http/find-secret.ts";
import { serializeEndpoint, serializeTest } from "./serialize-endpoint.ts";

export interface EndpointDeps extends Pick<Store, "bots" | "health" | "listeners"> {
  guard: Pick<EndpointGuard, "judge">;
  agentOf: AgentOf;
}

/** Mounts the routes for a bot's webhook: its URL and its health. */
export function mountEndpoint({ mount }: AdminApp, deps: EndpointDeps): void {
  const { bots, guard, agentOf } = deps;

  mount(webhookRoutes.checkUrl, async (c) => {
    const { url } = c.req.valid("json");
    const verdict = await guard.judge(url);
    const { allowed, reason } = verdict;
    const can_be_opened = !verdict.allowed && canBeOpened(verdict.reason);
    return c.json({ url, allowed, reason, can_be_opened }, 200);
  });

  mount(webhookRoutes.readEndpoint, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    return c.json(await serializeEndpoint(deps, bot), 200);
  });

  mount(webhookRoutes.testEndpoint, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const secret = await findSecret(bots, bot.id, c.req.valid("json").stage);
    const { actor } = c.get("caller");
    const noted = await testBotEndpoint({ ...deps, bots: bots.as(actor) }, bot, secret, agentOf);
    return c.json(serializeTest(noted, actor), 200);
  });
}
