import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ChannelLink } from "@meetbot/model/channel-link.ts";
import type {
  OwnTemplate,
  TemplateNews,
  TemplateRef,
  TemplateState,
} from "@meetbot/model/push/message-template.ts";
import type {
  CallOutcome,
  PlatformApi,
  PushChannel,
  SendFailure,
  TemplateSide,
} from "../../channels/channel.ts";
import type { KeptTemplate, MessageTemplates } from "../../store/templates/message-templates.ts";

/** Dependencies of the operations on a bot's templates, for both the command line and the console. */
export interface TemplatesDeps {
  channel: Pick<PushChannel, "name"> & { templates: TemplateSide };
  templates: MessageTemplates;
  api: PlatformApi;
}

/** One of ours, and how far it is with the platform. */
export interface TemplateLook extends OwnTemplate {
  /** `none`: it was not published, or was deleted. */
  state: TemplateState | "none";
  reason: string | null;
  updatedAt: Date | null;
}

/**
 * Returns our templates in the bot's languages, with their last stored state on the platform; `link` is `null` when
 * nothing is connected.
 */
export async function listTemplates(
  bot: Bot,
  link: Pick<ChannelLink, "externalId"> | null,
  { channel, templates }: Pick<TemplatesDeps, "channel" | "templates">,
): Promise<TemplateLook[]> {
  const kept = link ? await templates.list(templatesOf(bot, link, channel)) : [];
  return wantedBy(bot, channel.templates).map((own) => lookOf(own, kept));
}

/**
 * Has the platform create missing templates in each language of the bot, and queries the status of the others. A
 * rejected template stays rejected, so it is deleted first.
 */
export async function publishTemplates(
  bot: Bot,
  link: ChannelLink,
  deps: TemplatesDeps,
): Promise<{ looks: TemplateLook[]; refused: SendFailure | null }> {
  const { channel, templates, api } = deps;
  const side = channel.templates;
  const { templates: held, refused } = await side.publish(wantedBy(bot, side), link, api);
  if (held) {
    const of = templatesOf(bot, link, channel);
    const own = held.filter((one) => isOwn(one, side));
    await templates.keepAll(of, own);
    await templates.recordPublished(of, own.length);
  }
  return { looks: await listTemplates(bot, link, deps), refused };
}

/**
 * Deletes one of Meetbot's templates at the platform; one that is already gone there counts as deleted. `not_found`:
 * Meetbot has no such template.
 */
export async function deleteTemplate(
  bot: Bot,
  ref: TemplateRef,
  link: ChannelLink,
  { channel, templates, api }: TemplatesDeps,
): Promise<CallOutcome | "not_found"> {
  const of = templatesOf(bot, link, channel);
  const is = (one: TemplateRef) => one.name === ref.name && one.language === ref.language;
  const known = (await templates.list(of)).find(is);
  if (!known) return "not_found";
  const removed = await channel.templates.remove(known, link, api);
  if (!removed.ok) {
    const listed = await channel.templates.list(link, api);
    if (!listed.ok || listed.templates.some(is)) return removed;
  }
  await templates.remove(of, ref);
  return { ok: true };
}

/** Stores what a platform reports by itself about our templates. */
export async function recordTemplates(
  botId: string,
  link: Pick<ChannelLink, "externalId">,
  news: readonly TemplateNews[],
  { channel, templates }: { channel: PushChannel; templates: Pick<MessageTemplates, "tell"> },
): Promise<void> {
  const side = channel.templates;
  const own = side ? news.filter((one) => isOwn(one, side)) : [];
  if (own.length > 0) await templates.tell(templatesOf({ id: botId }, link, channel), own);
}

function wantedBy({ languages }: Pick<Bot, "languages">, { own }: TemplateSide): OwnTemplate[] {
  return own.filter(({ locale }) => languages.includes(locale));
}

function isOwn({ name, language }: TemplateRef, { own }: TemplateSide): boolean {
  return own.some((one) => one.name === name && one.language === language);
}

function lookOf(own: OwnTemplate, kept: readonly KeptTemplate[]): TemplateLook {
  const { name, language } = own;
  const known = kept.find((one) => one.name === name && one.language === language);
  const { state = "none", reason = null, updatedAt = null } = known ?? {};
  return { ...own, state, reason, updatedAt };
}

function templatesOf(
  { id: botId }: Pick<Bot, "id">,
  { externalId }: Pick<ChannelLink, "externalId">,
  { name: channel }: Pick<PushChannel, "name">,
) {
  return { botId, channel, externalId };
}
