import type { ChannelFact } from "@meetbot/model/channel-fact.ts";
import type { ChannelConnection, ChannelLink } from "@meetbot/model/channel-link.ts";
import type { LinkCheck, PushChannel, WebhookRequest } from "../channel.ts";
import { fetchFile } from "./api/fetch-file.ts";
import { send, showTyping } from "./api/send.ts";
import { telegramAt } from "./api/telegram-api.ts";
import type { TelegramMessage } from "./api/telegram-message.ts";
import { hasSecret, isFromTelegram, secretHeader } from "./api/verify.ts";
import { type BotCheck, type BotFacts, checkBot } from "./connection/check-bot.ts";
import { setProfile } from "./connection/profile.ts";
import { deleteWebhook } from "./connection/webhook.ts";
import { render } from "./messages/render.ts";
import { withPrefixText } from "./messages/with-prefix-text.ts";
import { readUpdate } from "./updates/read-update.ts";
import { type TelegramFact, toFacts } from "./updates/to-facts.ts";

type Passed = Extract<LinkCheck, { ok: true }>;

/** The result of checking a Telegram bot. */
export type TelegramCheck =
  | (Passed & Pick<BotFacts, "canJoinGroups" | "replacedHost" | "waitingUpdates">)
  | Extract<BotCheck, { ok: false }>;

const accessOf = ({ secrets: { token = "" } }: Pick<ChannelConnection, "secrets">) => ({ token });
const chatOf = (to: Readonly<Record<string, unknown>>) => String(to.chat);

/** Telegram, in which a bot of Telegram's speaks for one of ours. */
export const telegram: PushChannel<TelegramMessage, TelegramCheck> & { name: "telegram" } = {
  name: "telegram",
  delivery: "push",
  windowHours: null,
  personWindowHours: null,
  lostAnswers: "send_again",
  // Otherwise a customer who writes too fast would silence the bot for everybody.
  rateLimits: "customer",
  linksAccounts: true,
  webhook: {
    isPlausible: ({ headers }) => hasSecret(headers.get(secretHeader)),
    verifyHead: isRightHead,
    verify: isRightHead,
    receive(body) {
      const event = readUpdate(new TextDecoder().decode(body));
      if (!event) return { facts: [] };
      const { facts, leave } = toFacts(event);
      const answer = answerTo(facts, leave);
      return { facts: facts.map(toFact), ...(answer && { answer }) };
    },
    answers: {
      accepted: "",
      notVerified: { code: "invalid_secret", message: "The secret token is not this webhook's." },
      notConnected: { code: "no_such_bot", message: "No Telegram bot is connected to this bot." },
    },
  },
  openApi: telegramAt,
  render(reply, context) {
    const { messages, notes } = render(reply, context);
    return { parts: messages.map((message) => ({ message })), notes };
  },
  join: withPrefixText,
  send: ({ message, to }, link, api) => send({ chat: chatOf(to), message }, accessOf(link), api),
  showTyping: (to, link, api) => showTyping(chatOf(to), accessOf(link), api),
  fetchAttachment: (fileId, link, way) => fetchFile(fileId, accessOf(link), way),
  link: {
    noun: "bot",
    async check(connection, api, { subscribes, webhookUrl }) {
      const { webhookSecret: secretToken = "" } = connection.secrets;
      const settings = { url: webhookUrl ?? "", secretToken };
      const check = await checkBot(settings, accessOf(connection), api, { connects: subscribes });
      if (!check.ok) return check;
      const { ok, botId: externalId, name, username, ...more } = check;
      return { ok, externalId, details: { username }, facts: { name, tokenEndsAt: null }, ...more };
    },
    end: (link, api) => deleteWebhook(accessOf(link), api),
    publishProfile: (bot, link, api) => setProfile(bot, accessOf(link), api),
  },
  customerId: {
    noun: "chat",
    meaning: "the customer's id on Telegram",
    keysOf: (id) => [id],
  },
};

function isRightHead(
  { headers }: Omit<WebhookRequest, "body">,
  { secrets: { webhookSecret = "" } }: ChannelLink,
): boolean {
  return isFromTelegram(headers.get(secretHeader), webhookSecret);
}

/** Returns a call to put in the webhook response, as Telegram allows: answers a tap's query, or leaves a group. */
function answerTo(facts: TelegramFact[], leave: string | null): object | undefined {
  if (leave !== null) return { method: "leaveChat", chat_id: leave };
  const [fact] = facts;
  if (fact?.kind !== "event" || !fact.tap) return undefined;
  return { method: "answerCallbackQuery", callback_query_id: fact.tap.queryId };
}

function toFact(fact: TelegramFact): ChannelFact {
  const base = { customer: { key: fact.customer, to: { chat: fact.customer } }, atMs: fact.atMs };
  switch (fact.kind) {
    case "event":
      return {
        ...{ ...base, kind: "event", event: fact.event, isToBot: fact.tap !== null },
        ...(fact.attachments && { attachments: fact.attachments }),
      };
    case "blocked":
      return { ...base, kind: "gone" };
    case "unblocked":
      return { ...base, kind: "back" };
  }
}
