import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerCall } from "./answer-call.ts";
import { answerRequest } from "./answer-request.ts";
import { ApiFault } from "./api-fault.ts";
import { messageOf, userOfBot } from "./send-message.ts";
import {
  type AnsweredCall,
  chatOf,
  type Mishap,
  newBot,
  type SentMessage,
  type SimulatedBot,
  type SimulatedChat,
  type TelegramState,
} from "./state.ts";
import { type Push, type PusherOptions, telegramGapMs, WebhookPusher } from "./webhook-pusher.ts";

export interface SimulatorOptions {
  bots: Pick<SimulatedBot, "token" | "name" | "username">[];
  now?: () => number;
  port?: number;
  /** Decides what happens to a call when {@link TelegramSimulator.meetNext} has nothing for it. */
  mishapOf?: TelegramState["mishapOf"];
  maxPerSecond?: number;
  /** Maps a public URL to its real address; by default the URL is used unchanged. */
  reach?: PusherOptions["reach"];
  repeatAfterMs?: PusherOptions["repeatAfterMs"];
  /** Called after each call was answered. */
  onCall?(call: AnsweredCall): void;
  /** Called after each webhook request was answered. */
  onPush?(one: Push): void;
}

/**
 * A Bot API and its customers on this machine, for tests and the demo. A bot's id is the number before the colon in its
 * token.
 */
export interface TelegramSimulator {
  url: string;
  /** The messages it took, oldest first. */
  sent: readonly SentMessage[];
  actions: TelegramState["actions"];
  taps: TelegramState["taps"];
  /** Requests sent to webhooks, with their responses. */
  pushes: readonly Push[];
  bot(id: number): SimulatedBot;
  chat(bot: number, id: number): SimulatedChat;
  /** Applies these mishaps to the next calls, one each, in this order. */
  meetNext(...mishaps: Mishap[]): void;
  /** Sends a message from a customer: a text, or other message content. */
  say(bot: number, chat: number, content: string | object): Promise<void>;
  /** A customer taps a button below a message; returns the tap's id. */
  tap(
    bot: number,
    chat: number,
    messageId: number,
    data: string,
  ): { id: string; taken: Promise<void> };
  /** Makes a customer block or unblock the bot. */
  block(bot: number, chat: number, isBlocked: boolean): Promise<void>;
  /** Pushes any update under its own number. Resolves when the webhook has accepted it. */
  push(bot: number, chat: number, update: object): Promise<void>;
  /** Resolves when the webhooks have accepted all updates under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the simulator on a port of its own. It connects to nothing but its callers and webhooks. */
export async function startTelegramSimulator(
  options: SimulatorOptions,
): Promise<TelegramSimulator> {
  const { now = Date.now, port = 0, mishapOf = () => ({}), maxPerSecond = 30 } = options;
  const state: TelegramState = {
    ...{ now, mishapOf, maxPerSecond, chats: new Map(), sent: [], actions: [] },
    ...{ taps: new Map(), mishaps: [], bots: options.bots.map(newBot) },
  };
  const pushes: Push[] = [];
  const pusher = new WebhookPusher({
    now,
    reach: options.reach ?? ((url) => url),
    repeatAfterMs: options.repeatAfterMs ?? telegramGapMs,
    onCall: (bot, method, params) => callInAnswer(state, bot, method, params),
    onPush(one) {
      pushes.push(one);
      options.onPush?.(one);
    },
  });
  const server = createServer((request, response) => {
    void answerRequest(state, request, response).then((call) => options.onCall?.(call));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");

  const botOf = (id: number) => state.bots.find((bot) => bot.id === id) ?? missing(id);
  async function push(id: number, chat: number, update: object): Promise<void> {
    const bot = botOf(id);
    const [name = ""] = Object.keys(update);
    if (!bot.webhook?.allowedUpdates.includes(name)) return;
    await pusher.send(bot, String(chat), { update_id: bot.nextUpdateId++, ...update });
  }
  const atS = () => Math.floor(now() / 1000);

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ sent: state.sent, actions: state.actions, taps: state.taps, pushes, push },
    bot: botOf,
    chat: (bot, id) => chatOf(state, bot, id),
    meetNext: (...mishaps) => void state.mishaps.push(...mishaps),
    say(bot, id, content) {
      const chat = chatOf(state, bot, id);
      Object.assign(chat, { isStarted: true, hasBlockedBot: false, isIn: true });
      const message = typeof content === "string" ? { text: content } : content;
      const head = {
        message_id: ++chat.lastMessageId,
        from: customerOf(chat),
        chat: wireChat(chat),
      };
      return push(bot, id, { message: { ...head, date: atS(), ...message } });
    },
    tap(bot, id, messageId, data) {
      const chat = chatOf(state, bot, id);
      const sent = state.sent.find(
        (one) => one.bot === bot && one.chat === id && one.messageId === messageId,
      );
      // A message that Telegram no longer has: it names the chat, but has no content.
      const gone = { chat: wireChat(chat), message_id: messageId, date: 0 };
      const message = sent ? messageOf(state, botOf(bot), sent) : gone;
      const tap = { id: `${now()}${state.taps.size}`, bot, atMs: now(), isAnswered: false };
      state.taps.set(tap.id, tap);
      const query = { id: tap.id, from: customerOf(chat), message, chat_instance: `-${id}`, data };
      return { id: tap.id, taken: push(bot, id, { callback_query: query }) };
    },
    block(bot, id, isBlocked) {
      const chat = chatOf(state, bot, id);
      chat.hasBlockedBot = isBlocked;
      const member = (status: string) => ({ user: userOfBot(botOf(bot)), status });
      const [before, after] = isBlocked ? ["member", "kicked"] : ["kicked", "member"];
      return push(bot, id, {
        my_chat_member: {
          ...{ chat: wireChat(chat), from: customerOf(chat), date: atS() },
          ...{ old_chat_member: member(before ?? ""), new_chat_member: member(after ?? "") },
        },
      });
    },
    settled: () => pusher.settled(),
    async close() {
      pusher.close();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function callInAnswer(
  state: TelegramState,
  { token }: SimulatedBot,
  method: string,
  params: Record<string, unknown>,
): void {
  try {
    answerCall(state, { token, method: method.toLowerCase(), params });
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
  }
}

/** In a group, the sender is one of its members. */
function customerOf({ id, language }: SimulatedChat): object {
  return { id: Math.abs(id), is_bot: false, first_name: "Ada", language_code: language };
}

function wireChat({ id, type }: SimulatedChat): object {
  return type === "private" ? { id, type, first_name: "Ada" } : { id, type, title: "A group" };
}

function missing(id: number): never {
  throw new Error(`The simulator has no bot ${id}.`);
}
