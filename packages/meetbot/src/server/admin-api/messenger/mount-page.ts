import { messengerRoutes } from "@meetbot/admin-api/contract/messenger.ts";
import type { Context } from "hono";
import { messenger } from "../../../channels/messenger/messenger.ts";
import { subscribedFields } from "../../../channels/messenger/page/profile.ts";
import { toConnection } from "../../../channels/messenger/page.ts";
import {
  checkLink,
  connectLink,
  disconnectLink,
  linkOn,
} from "../../../operations/channels/connect-link.ts";
import { explainRefusal } from "../../../operations/channels/messenger/explain-problem.ts";
import { publicBase } from "../../../platform/http/public-base.ts";
import type { ChannelAreaDeps } from "../channels/channel-area.ts";
import { inWords } from "../channels/serialize-checks.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { notFound } from "../http/api-error.ts";
import { findBot } from "../http/find-secret.ts";
import { findPage } from "./find-page.ts";
import { pageDeps } from "./page-deps.ts";
import { serializeConnecting, serializePageChecks } from "./serialize-checks.ts";
import { serializePage } from "./serialize-page.ts";

/** Mounts the routes for the page: its connection, and its state according to Meta. */
export function mountPage({ mount }: AdminApp, deps: ChannelAreaDeps): void {
  const { bots, channels, usage, log } = deps;

  async function serializeState(c: Context, botId: string) {
    const on = linkOn(messenger, botId);
    const [state, seen] = await Promise.all([channels.links.stateOf(on), usage.of(botId)]);
    return {
      webhook_url: `${publicBase(c, deps)}/channels/messenger/${botId}`,
      fields: [...subscribedFields],
      page: state && serializePage(state, seen),
    };
  }

  mount(messengerRoutes.readMessenger, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    return c.json(await serializeState(c, id), 200);
  });

  mount(messengerRoutes.connectPage, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const { page_id: pageId, page_token: token, ...given } = c.req.valid("json");
    const { app_secret: appSecret, verify_token: verifyToken } = given;
    const links = channels.links.as(c.get("caller").actor);
    const page = toConnection({ pageId, appId: "", token, appSecret, verifyToken });
    const connecting = await connectLink(id, page, pageDeps(deps, links));
    if (connecting.outcome === "no_such_bot") throw notFound("bot");
    const connected = connecting.outcome === "connected";
    if (connected) log.info({ bot: id, page: pageId }, "page connected");
    const checks = serializeConnecting(connecting);
    return c.json({ connected, checks, state: await serializeState(c, id) }, 200);
  });

  mount(messengerRoutes.disconnectPage, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const links = channels.links.as(c.get("caller").actor);
    const disconnected = await disconnectLink(id, pageDeps(deps, links));
    if (!disconnected) throw notFound("page");
    const { link, ended } = disconnected;
    log.warn({ bot: id, page: link.externalId }, "page disconnected");
    const problem = ended.ok
      ? null
      : inWords((locale) => explainRefusal("unsubscribe", ended, locale));
    return c.json({ page_id: link.externalId, problem }, 200);
  });

  mount(messengerRoutes.checkPage, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const link = await findPage(channels.links, id);
    const { subscribe: subscribes } = c.req.valid("json");
    const check = await checkLink(id, link, { ...pageDeps(deps, channels.links), subscribes });
    return c.json({ checks: serializePageChecks(check) }, 200);
  });
}
