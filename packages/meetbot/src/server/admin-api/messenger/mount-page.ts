import type { Context } from "hono";
import { subscribedFields } from "../../../channels/messenger/page/profile.ts";
import {
  checkConnected,
  connectPage,
  disconnectPage,
} from "../../../operations/channels/messenger/connect-page.ts";
import { explainRefusal } from "../../../operations/channels/messenger/explain-problem.ts";
import { publicBase } from "../../http/public-base.ts";
import { messengerRoutes } from "../contract/messenger.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { notFound } from "../http/api-error.ts";
import { findBot } from "../http/find-secret.ts";
import { findPage } from "./find-page.ts";
import type { MessengerAreaParts } from "./messenger-area.ts";
import { tellChecks, tellConnecting } from "./tell-checks.ts";
import { tellPage } from "./tell-page.ts";

/** The page itself: its connection, and what Meta says of it. */
export function mountPage({ mount }: AdminApp, parts: MessengerAreaParts): void {
  const { bots, channels, sightings, graph, log } = parts;

  async function tellState(c: Context, botId: string) {
    const [state, seen] = await Promise.all([channels.links.stateOf(botId), sightings.of(botId)]);
    return {
      webhook_url: `${publicBase(c, parts)}/channels/messenger/${botId}`,
      fields: [...subscribedFields],
      page: state && tellPage(state, seen),
    };
  }

  mount(messengerRoutes.readMessenger, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    return c.json(await tellState(c, id), 200);
  });

  mount(messengerRoutes.connectPage, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const { page_id: pageId, page_token: token, ...given } = c.req.valid("json");
    const { app_secret: appSecret, verify_token: verifyToken } = given;
    const pages = channels.links.as(c.get("caller").actor);
    const page = { pageId, token, appSecret, verifyToken };
    const connecting = await connectPage(id, page, { pages, graph });
    if (connecting.outcome === "no_such_bot") throw notFound("bot");
    const connected = connecting.outcome === "connected";
    if (connected) log.info({ bot: id, page: pageId }, "page connected");
    const checks = tellConnecting(connecting);
    return c.json({ connected, checks, state: await tellState(c, id) }, 200);
  });

  mount(messengerRoutes.disconnectPage, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const pages = channels.links.as(c.get("caller").actor);
    const disconnected = await disconnectPage(id, { pages, graph });
    if (!disconnected) throw notFound("page");
    const { page, ended } = disconnected;
    log.warn({ bot: id, page: page.pageId }, "page disconnected");
    const explain = (locale: "en" | "zh") =>
      ended.ok ? "" : explainRefusal("unsubscribe", ended, locale);
    const problem = ended.ok ? null : { en: explain("en"), zh: explain("zh") };
    return c.json({ page_id: page.pageId, problem }, 200);
  });

  mount(messengerRoutes.checkPage, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const page = await findPage(channels.links, id);
    const { subscribe: subscribes } = c.req.valid("json");
    const check = await checkConnected(id, page, { pages: channels.links, graph, subscribes });
    return c.json({ checks: tellChecks(check) }, 200);
  });
}
