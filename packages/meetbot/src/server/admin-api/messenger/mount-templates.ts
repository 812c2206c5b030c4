import type { z } from "@hono/zod-openapi";
import { messengerRoutes } from "@meetbot/admin-api/contract/messenger.ts";
import type { Context } from "hono";
import type { SendFailure } from "../../../channels/channel.ts";
import { messenger } from "../../../channels/messenger/messenger.ts";
import { linkOn } from "../../../operations/channels/connect-link.ts";
import {
  explainRefusal,
  type PageStep,
} from "../../../operations/channels/messenger/explain-problem.ts";
import {
  deleteTemplate,
  listTemplates,
  publishTemplates,
  type TemplateLook,
} from "../../../operations/channels/publish-templates.ts";
import type { ChannelAreaDeps } from "../channels/channel-area.ts";
import { inWords } from "../channels/serialize-checks.ts";
import type { AdminApp } from "../http/admin-app.ts";
import type { AdminEnv } from "../http/admin-env.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { findBot } from "../http/find-secret.ts";
import { findPage } from "./find-page.ts";
import { graphOf } from "./page-deps.ts";

/** Mounts the routes for templates, the messages allowed after Messenger's 24 hours. */
export function mountTemplates({ mount }: AdminApp, deps: ChannelAreaDeps): void {
  const { bots, channels, log } = deps;
  const depsAs = (c: Context<AdminEnv>) => ({
    channel: messenger,
    templates: channels.templates.as(c.get("caller").actor),
    api: graphOf(deps),
  });

  mount(messengerRoutes.listTemplates, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const link = await channels.links.find(linkOn(messenger, bot.id));
    const looks = await listTemplates(bot, link, depsAs(c));
    return c.json({ connected: link !== null, templates: looks.map(serializeTemplate) }, 200);
  });

  mount(messengerRoutes.publishTemplates, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const link = await findPage(channels.links, bot.id);
    const { looks, refused } = await publishTemplates(bot, link, depsAs(c));
    const templates = looks.map(serializeTemplate);
    log.info({ bot: bot.id, page: link.externalId, ...numbersOf(refused) }, "templates published");
    const problem = refused && inWords((locale) => explainRefusal("templates", refused, locale));
    return c.json({ connected: true, templates, problem }, 200);
  });

  mount(messengerRoutes.deleteTemplate, async (c) => {
    const { bot_id: botId, ...ref } = c.req.valid("param");
    const bot = await findBot(bots, botId);
    const link = await findPage(channels.links, bot.id);
    const deleted = await deleteTemplate(bot, ref, link, depsAs(c));
    if (deleted === "not_found") throw notFound("template of this name and language at Meta");
    if (!deleted.ok) throw metaRefused("delete_template", deleted);
    log.info({ bot: bot.id, page: link.externalId, template: ref.name }, "template deleted");
    return c.body(null, 204);
  });
}

type Told = z.output<
  (typeof messengerRoutes.listTemplates.responses)[200]["content"]["application/json"]["schema"]
>["templates"][number];

function serializeTemplate({ updatedAt, ...look }: TemplateLook): Told {
  return { ...look, updated_at: updatedAt?.toISOString() ?? null };
}

function numbersOf(refused: SendFailure | null) {
  return refused && { class: refused.failure, code: refused.code, subcode: refused.subcode };
}

function metaRefused(step: PageStep, failure: SendFailure): ApiError {
  return new ApiError(409, "meta_refused", explainRefusal(step, failure));
}
