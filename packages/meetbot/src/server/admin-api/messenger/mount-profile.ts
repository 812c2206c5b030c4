import { messengerRoutes } from "@meetbot/admin-api/contract/messenger.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Context } from "hono";
import type { SendFailure } from "../../../channels/channel.ts";
import { messenger } from "../../../channels/messenger/messenger.ts";
import { compareProfile } from "../../../channels/messenger/page/compare-profile.ts";
import { profileOf, readProfile } from "../../../channels/messenger/page/profile.ts";
import { pageOf } from "../../../channels/messenger/page.ts";
import { linkOn, publishProfile } from "../../../operations/channels/connect-link.ts";
import {
  explainRefusal,
  type PageStep,
} from "../../../operations/channels/messenger/explain-problem.ts";
import type { ChannelAreaDeps } from "../channels/channel-area.ts";
import type { AdminApp } from "../http/admin-app.ts";
import type { AdminEnv } from "../http/admin-env.ts";
import { ApiError } from "../http/api-error.ts";
import { findBot } from "../http/find-secret.ts";
import { findPage } from "./find-page.ts";
import { graphOf, pageDeps } from "./page-deps.ts";
import { serializeProfile } from "./serialize-profile.ts";

/** Mounts the routes for the profile that Messenger shows before a conversation starts. */
export function mountProfile({ mount }: AdminApp, deps: ChannelAreaDeps): void {
  const { bots, channels, log } = deps;
  const linksAs = (c: Context<AdminEnv>) => channels.links.as(c.get("caller").actor);
  const tell = async (bot: Bot) =>
    serializeProfile(bot, await channels.links.stateOf(linkOn(messenger, bot.id)));

  mount(messengerRoutes.readProfile, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    return c.json(await tell(bot), 200);
  });

  mount(messengerRoutes.compareProfile, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const link = await findPage(channels.links, bot.id);
    const answer = await readProfile(pageOf(link), graphOf(deps));
    if (!answer.ok) throw metaRefused("read_profile", answer);
    return c.json({ differs: compareProfile(profileOf(bot), answer.body) }, 200);
  });

  mount(messengerRoutes.publishProfile, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const link = await findPage(channels.links, bot.id);
    const answer = await publishProfile(bot, link, pageDeps(deps, linksAs(c)));
    if (!answer.ok) throw metaRefused("profile", answer);
    log.info({ bot: bot.id, page: link.externalId }, "profile published");
    return c.json(await tell(bot), 200);
  });
}

function metaRefused(step: PageStep, failure: SendFailure): ApiError {
  return new ApiError(409, "meta_refused", explainRefusal(step, failure));
}
