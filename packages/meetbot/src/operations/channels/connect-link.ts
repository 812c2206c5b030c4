import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ChannelConnection, ChannelLink } from "@meetbot/model/channel-link.ts";
import type { CallOutcome, LinkCheck, PlatformApi, PushChannel } from "../../channels/channel.ts";
import type { ChannelLinks } from "../../store/channel-links/channel-links.ts";
import type { LinkWindow } from "../../store/outbox/link-window.ts";

/**
 * Dependencies of the operations on a bot's channel link, at the platform and in Meetbot, for both the command line and
 * the console.
 */
export interface LinkDeps<Check extends LinkCheck> {
  channel: Pick<PushChannel<object, Check>, "name" | "windowHours" | "link">;
  links: ChannelLinks;
  api: PlatformApi;
  /** The URL for the platform's events; `null` when the platform gets it in another way. */
  webhookUrl?: string | null;
}

/** The result of connecting; only `connected` stores anything. */
export type Connecting<Check extends LinkCheck> =
  | { outcome: "connected" | "no_such_bot" | "taken"; check: Extract<Check, { ok: true }> }
  | { outcome: "refused"; check: Extract<Check, { ok: false }> };

/** The link of a bot on a channel. */
export function linkOn(
  { name, windowHours }: Pick<PushChannel, "name" | "windowHours">,
  botId: string,
): LinkWindow {
  return { botId, channel: name, windowHours };
}

/** Connects a bot over a link, once the checks at the platform pass. */
export async function connectLink<Check extends LinkCheck>(
  botId: string,
  given: ChannelConnection,
  { channel, links, api, webhookUrl = null }: LinkDeps<Check>,
): Promise<Connecting<Check>> {
  const check = await channel.link.check(given, api, { subscribes: true, webhookUrl });
  if (!isInOrder(check)) {
    return { outcome: "refused", check: check as Extract<Check, { ok: false }> };
  }
  const { externalId, details, facts } = check;
  const outcome = await links.connect(botId, { ...given, externalId, details, facts });
  return { outcome, check };
}

/** Checks an existing link with the platform; `subscribes` also asks the platform to send its events again. */
export async function checkLink<Check extends LinkCheck>(
  botId: string,
  link: ChannelLink,
  { channel, links, api, webhookUrl = null, subscribes }: LinkDeps<Check> & { subscribes: boolean },
): Promise<Check> {
  const check = await channel.link.check(link, api, { subscribes, webhookUrl });
  const on = linkOn(channel, botId);
  if (check.ok) await links.markChecked(on, link.connectedAt, check.facts);
  return check;
}

/** Disconnects a bot's link and deletes its secrets; `null` when nothing was connected. */
export async function disconnectLink(
  botId: string,
  { channel, links, api }: LinkDeps<LinkCheck>,
): Promise<{ link: ChannelLink; ended: CallOutcome } | null> {
  const link = await links.disconnect(linkOn(channel, botId));
  return link && { link, ended: await channel.link.end(link, api) };
}

/** Publishes the bot's greeting and menu, which the platform shows before the first message. */
export async function publishProfile(
  bot: Bot,
  link: ChannelConnection,
  { channel, links, api }: LinkDeps<LinkCheck>,
): Promise<CallOutcome> {
  const { publishProfile: publish } = channel.link;
  const answer: CallOutcome = publish ? await publish(bot, link, api) : { ok: true };
  if (answer.ok) await links.markPublished(linkOn(channel, bot.id));
  return answer;
}

function isInOrder<Check extends LinkCheck>(check: Check): check is Extract<Check, { ok: true }> {
  return check.ok;
}
