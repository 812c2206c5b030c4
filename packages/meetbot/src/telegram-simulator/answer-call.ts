import { ApiFault, badRequest } from "./api-fault.ts";
import { messageShapes } from "./message-shape.ts";
import type { NamedCall } from "./read-call.ts";
import { editButtons, sendMessage, showAction, type Taken, userOfBot } from "./send-message.ts";
import { answerProfileCall, setWebhook, webhookInfo } from "./set-up-bot.ts";
import { flag, integer, object, text } from "./shape.ts";
import { openChat, type SimulatedBot, type TelegramState } from "./state.ts";

type Params = Record<string, unknown>;

/** "Use this method to send answers to callback queries": after this long, Telegram rejects the query. */
const tapLivesMs = 15_000;

/** Answers one call of the Bot API, or throws an {@link ApiFault}. */
export function answerCall(state: TelegramState, { token, method, params }: NamedCall): Taken {
  const bot = state.bots.find((one) => one.token === token);
  if (!bot) throw new ApiFault(401, "Unauthorized");
  if (Object.hasOwn(messageShapes, method)) return sendMessage(state, bot, method, params);
  const answer = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (answer) return answer(state, bot, params);
  const profile = answerProfileCall(bot, method, params);
  if (profile === undefined) throw new ApiFault(404, "Not Found: method not found");
  return only(profile);
}

const only = (result: unknown): Taken => ({ result, sent: null });

const methods: Readonly<
  Record<string, (state: TelegramState, bot: SimulatedBot, params: Params) => Taken>
> = {
  getme: (_, bot) =>
    only({
      ...{ ...userOfBot(bot), can_join_groups: bot.canJoinGroups },
      ...{ can_read_all_group_messages: false, supports_inline_queries: false },
    }),
  setwebhook: (_, bot, params) => only(setWebhook(bot, params)),
  deletewebhook(_, bot, params) {
    object({}, { drop_pending_updates: flag })(params, "request");
    bot.webhook = null;
    return only(true);
  },
  getwebhookinfo: (_, bot) => only(webhookInfo(bot)),
  getupdates(_, { webhook }) {
    if (!webhook) return only([]);
    throw new ApiFault(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  },
  sendchataction: showAction,
  editmessagereplymarkup: editButtons,
  answercallbackquery: answerTap,
  leavechat(state, bot, params) {
    object({ chat_id: integer })(params, "request");
    const chat = openChat(state, bot, params.chat_id);
    if (chat.type === "private")
      throw badRequest("chat member status can't be changed in private chats");
    chat.isIn = false;
    return only(true);
  },
};

function answerTap({ taps, now }: TelegramState, bot: SimulatedBot, params: Params): Taken {
  const shape = object(
    { callback_query_id: text({ max: 64 }) },
    {
      text: text({ min: 0, max: 200 }),
      show_alert: flag,
      cache_time: integer,
      url: text({ max: 2048 }),
    },
  );
  shape(params, "request");
  const tap = taps.get(String(params.callback_query_id));
  if (!tap || tap.bot !== bot.id || now() - tap.atMs > tapLivesMs) {
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  }
  tap.isAnswered = true;
  return only(true);
}
