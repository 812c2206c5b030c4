import { randomBytes } from "node:crypto";
import type { ChannelConnection } from "@meetbot/model/channel-link.ts";
import type { TelegramApi } from "../../../channels/telegram/api/telegram-api.ts";
import { type TelegramCheck, telegram } from "../../../channels/telegram/telegram.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";
import { type Connecting, connectLink, type LinkDeps, linkOn } from "../connect-link.ts";

/** What connecting a Telegram bot needs. */
export interface TelegramDeps {
  links: ChannelLinks;
  api: TelegramApi;
  /** This server's public base URL, without a trailing slash. */
  publicBase: string;
  /** Whether to connect even if another program gets the bot's updates; that program then gets none. */
  takesOver?: boolean;
}

type Failed = Extract<TelegramCheck, { ok: false }>;

/** Random enough that nobody guesses the secret; in base64url it has 43 characters, all of which Telegram accepts. */
const secretBytes = 32;

/** Explains what is missing if this server's public address is not set. */
export const explainNoPublicUrl =
  "MEETBOT_PUBLIC_URL is missing: Telegram is told where to send what customers write. Set it to the https address under which this server is found from outside, for this command and for the server.";

/** Returns the warning when another program got a bot's updates until now. */
export const explainReplaced = (host: string) =>
  `Until now its updates went to ${host}. Stop what uses the token there: else it takes them again.`;

/** Returns the dependencies that link operations need for a bot's Telegram bot. */
export function telegramLinkDeps(
  botId: string,
  { links, api, publicBase }: TelegramDeps,
): LinkDeps<TelegramCheck> & { webhookUrl: string } {
  const webhookUrl = `${publicBase}/channels/${telegram.name}/${botId}`;
  return { channel: telegram, links, api, webhookUrl };
}

/**
 * Connects a Telegram bot to a bot: Telegram sends its updates here from now on, with a secret that nobody has seen.
 * Leaves a Telegram bot that speaks for another bot as it is. The Telegram bot that was connected to the same bot
 * before gets no further updates.
 */
export async function connectTelegram(
  botId: string,
  token: string,
  deps: TelegramDeps,
): Promise<Connecting<TelegramCheck> | { outcome: "taken"; check: null }> {
  const given = newConnection(token);
  const linkDeps = telegramLinkDeps(botId, deps);
  const refused = await whyNotConnected(botId, given, deps);
  if (refused) return refused;
  const { links, api } = deps;
  const { externalId } = given;
  const before = await links.find(linkOn(telegram, botId));
  const connecting = await connectLink(botId, given, linkDeps);
  const isReplaced = connecting.outcome === "connected" && before;
  if (isReplaced && before.externalId !== externalId) await telegram.link.end(before, api);
  return connecting;
}

/** Why a token would not be connected, before anything is changed; `null`: it would be. */
export function whyNoTelegram(botId: string, token: string, deps: TelegramDeps) {
  return whyNotConnected(botId, newConnection(token), deps);
}

async function whyNotConnected(
  botId: string,
  given: ChannelConnection,
  deps: TelegramDeps,
): Promise<{ outcome: "refused"; check: Failed } | { outcome: "taken"; check: null } | null> {
  const found = await findBot(given, telegramLinkDeps(botId, deps));
  if (!found.ok) return { outcome: "refused", check: found.check };
  const { externalId, elsewhere } = found;
  const holder = await deps.links.holderOf({ channel: telegram.name, externalId });
  if (holder !== null && holder !== botId) return { outcome: "taken", check: null };
  const { takesOver = true } = deps;
  return elsewhere && !takesOver ? { outcome: "refused", check: elsewhere } : null;
}

/**
 * Finds the token's owner and checks whether another program gets its updates, before changing anything at Telegram.
 */
async function findBot(
  given: ChannelConnection,
  { api, webhookUrl }: { api: TelegramApi; webhookUrl: string },
): Promise<
  { ok: true; externalId: string; elsewhere: Failed | null } | { ok: false; check: Failed }
> {
  const check = await telegram.link.check(given, api, { subscribes: false, webhookUrl });
  if (!check.ok && (check.at === "token" || check.at === "bot")) return { ok: false, check };
  // The number before the colon is the bot's id: Telegram has just accepted the token.
  const elsewhere = !check.ok && isElsewhere(check) ? check : null;
  return { ok: true, externalId: given.externalId, elsewhere };
}

function isElsewhere({ problem }: Failed): boolean {
  return problem.kind === "other_webhook" && problem.host !== null;
}

function newConnection(token: string): ChannelConnection {
  const webhookSecret = randomBytes(secretBytes).toString("base64url");
  const [externalId = ""] = token.split(":", 1);
  return { channel: telegram.name, externalId, details: {}, secrets: { token, webhookSecret } };
}
