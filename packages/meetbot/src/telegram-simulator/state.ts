import { badRequest, tooMany } from "./api-fault.ts";

/** A bot as created by @BotFather, with its settings since then. */
export interface SimulatedBot {
  id: number;
  token: string;
  name: string;
  username: string;
  canJoinGroups: boolean;
  webhook: SimulatedWebhook | null;
  /** Commands by language; "" holds the default for all other languages. */
  commands: Map<string, unknown[]>;
  descriptions: Map<string, string>;
  shortDescriptions: Map<string, string>;
  menuButton: unknown;
  /** Whether Telegram froze the bot because its owner broke the rules. */
  isFrozen: boolean;
  sentAtMs: number[];
  nextUpdateId: number;
}

export interface SimulatedWebhook {
  url: string;
  secretToken: string;
  allowedUpdates: string[];
  maxConnections: number;
  lastError: { atMs: number; message: string } | null;
  /** Number of updates that the webhook has not accepted yet. */
  waiting: number;
}

/** A chat of one bot. */
export interface SimulatedChat {
  id: number;
  bot: number;
  type: "private" | "group";
  /** Whether the customer has ever written; a bot cannot write to them before. */
  isStarted: boolean;
  hasBlockedBot: boolean;
  isDeactivated: boolean;
  /** The bot is a member; always in a private chat. */
  isIn: boolean;
  language: string;
  lastMessageId: number;
}

/** A message that the simulator took. */
export interface SentMessage {
  bot: number;
  chat: number;
  messageId: number;
  method: string;
  /** The parameters that the bot sent, without the chat. */
  message: Record<string, unknown>;
  atMs: number;
  /** When the answer was out; `null`: it never was. */
  answeredAtMs: number | null;
  /** When the sender's connection ended; `null` while it is open. */
  leftAtMs: number | null;
}

/** A tap that waits for its answer. */
export interface Tap {
  id: string;
  bot: number;
  atMs: number;
  isAnswered: boolean;
}

/** A mishap that is simulated for one call of any method. */
export interface Mishap {
  /** Refused with this error, as if by Telegram. */
  error?: { code: number; description: string; retryAfterS?: number };
  /** Something in between answers, with this status and no JSON. */
  proxySays?: number;
  delayMs?: number;
  /** The connection breaks, and nothing was done. */
  vanishes?: boolean;
  /** Done, and then the connection breaks. */
  breaks?: boolean;
  /** The call takes effect, but no response ever comes. */
  hangs?: boolean;
}

/** A call as received, without its token. */
export interface Call {
  bot: number | null;
  method: string;
  params: Record<string, unknown>;
}

/** A call and how it was answered, for who looks on. */
export interface AnsweredCall extends Call {
  /** `null` if the connection broke or no response was sent. */
  status: number | null;
  answer: object | null;
  /** The message that it sent. */
  sent: SentMessage | null;
}

/** The whole state of the simulated Telegram. */
export interface TelegramState {
  now: () => number;
  bots: SimulatedBot[];
  chats: Map<string, SimulatedChat>;
  sent: SentMessage[];
  actions: { bot: number; chat: number; action: string }[];
  taps: Map<string, Tap>;
  mishaps: Mishap[];
  mishapOf(call: Call): Mishap;
  /** Messages that one bot may send per second: 30, as on Telegram, unless a benchmark sets more. */
  maxPerSecond: number;
}

export function newBot({
  token,
  name,
  username,
}: Pick<SimulatedBot, "token" | "name" | "username">): SimulatedBot {
  return {
    ...{ id: Number(token.split(":", 1)[0]), token, name, username, canJoinGroups: true },
    ...{ webhook: null, commands: new Map(), descriptions: new Map() },
    ...{ shortDescriptions: new Map(), menuButton: { type: "default" }, isFrozen: false },
    ...{ sentAtMs: [], nextUpdateId: 100_000_000 },
  };
}

/** Returns the chat with this id, creating an empty one if needed. Negative ids are groups. */
export function chatOf({ chats }: TelegramState, bot: number, id: number): SimulatedChat {
  const key = `${bot}/${id}`;
  const known = chats.get(key);
  if (known) return known;
  const chat: SimulatedChat = {
    ...{ id, bot, type: id < 0 ? "group" : "private", isStarted: false, hasBlockedBot: false },
    ...{ isDeactivated: false, isIn: id > 0, language: "en", lastMessageId: 0 },
  };
  chats.set(key, chat);
  return chat;
}

/** Returns the chat that a bot names. Throws an `ApiFault` if nothing can be sent there. */
export function openChat(state: TelegramState, bot: SimulatedBot, id: unknown): SimulatedChat {
  const chat = state.chats.get(`${bot.id}/${Number(id)}`);
  if (!chat || (!chat.isStarted && chat.type === "private")) throw badRequest("chat not found");
  return chat;
}

/** Counts a message. Throws an `ApiFault`, which says when to retry, if there were too many in the second. */
export function countMessage(
  { now, maxPerSecond }: TelegramState,
  { sentAtMs }: SimulatedBot,
): void {
  while ((sentAtMs[0] ?? now()) < now() - 1000) sentAtMs.shift();
  if (sentAtMs.length >= maxPerSecond) throw tooMany(1);
  sentAtMs.push(now());
}
