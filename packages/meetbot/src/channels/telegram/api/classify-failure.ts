import type { FailureClass } from "@meetbot/model/outbound-message.ts";
import { type Fields, fieldsAt, textAt } from "../../fields.ts";

/**
 * Reasons that Telegram's error texts state more exactly than its codes. Named in Meetbot's own words, because
 * Telegram's texts repeat what was sent.
 */
export type TelegramReason =
  | "already_done"
  | "bot_blocked"
  | "chat_not_found"
  | "frozen"
  | "method_unknown"
  | "user_deactivated";

/** A call that did not succeed. */
export interface TelegramFailure {
  ok: false;
  failure: FailureClass;
  /** `error_code`, or the HTTP status if a proxy answered instead of Telegram. */
  code?: number;
  reason?: TelegramReason;
  retryAfterMs?: number;
}

/** Upper limit of our waits, whatever Telegram says. */
const maxWaitMs = 86_400_000;

/** Descriptions of errors as Client.cpp of tdlib/telegram-bot-api words them; the first that fits counts. */
const reasons: [pattern: RegExp, reason: TelegramReason][] = [
  [/message is not modified|query is too old|query id is invalid/i, "already_done"],
  [/blocked by the user|user_is_blocked/i, "bot_blocked"],
  [/user is deactivated|input_user_deactivated/i, "user_deactivated"],
  [/chat not found|user not found|peer_id_invalid|chat_id_invalid/i, "chat_not_found"],
  [/frozen_|peer_flood|user_restricted/i, "frozen"],
  [/method not found/i, "method_unknown"],
];

const byReason: Partial<Record<TelegramReason, FailureClass>> = {
  bot_blocked: "gone",
  user_deactivated: "gone",
  chat_not_found: "gone",
  frozen: "restricted",
  method_unknown: "bad",
};

const byCode: Readonly<Record<number, FailureClass>> = {
  401: "auth",
  // The token is in the path: Telegram answers "Not Found" to an unknown one.
  404: "auth",
  // "Misdirected Request: unallowed token specified", from a self-hosted Bot API server.
  421: "auth",
  403: "gone",
  // Another call about the webhook interfered.
  409: "transient",
  429: "rate",
};

/** Classifies a call that Telegram refused, by Telegram's answer or that of a proxy in between. */
export function classifyFailure(status: number, body: Fields): TelegramFailure {
  const code = numberAt(body, "error_code");
  if (code === undefined) return { ok: false, failure: classOfStatus(status), code: status };
  const description = textAt(body, "description") ?? "";
  const reason = reasons.find(([pattern]) => pattern.test(description))?.[1];
  const failure = classOf(code, reason);
  // A 401 of a deactivated bot is about its token, not about a customer.
  const waitS = numberAt(fieldsAt(body, "parameters"), "retry_after");
  return {
    ok: false,
    failure,
    code,
    ...(reason && failure !== "auth" && { reason }),
    ...(waitS !== undefined && { retryAfterMs: Math.min(waitS * 1000, maxWaitMs) }),
  };
}

function classOf(code: number, reason?: TelegramReason): FailureClass {
  if (code === 401) return "auth";
  const named = (reason && byReason[reason]) ?? byCode[code];
  if (named) return named;
  return code >= 500 ? "transient" : "bad";
}

/** Classifies an answer that is not from Telegram: a proxy in between says nothing about the bot or the customer. */
function classOfStatus(status: number): FailureClass {
  // Apparently accepted, but the answer that confirms it is missing.
  if (status >= 200 && status < 300) return "ambiguous";
  return status === 429 ? "rate" : "transient";
}

function numberAt(fields: Fields, key: string): number | undefined {
  const text = textAt(fields, key) ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
