import { callHttp, type HttpAnswer, type HttpCall } from "@meetbot/network/exchange/http-call.ts";
import { Agent } from "undici";
import { isFields } from "../../fields.ts";
import { classOfLostCall } from "../../lost-call.ts";
import { classifyFailure, type TelegramFailure } from "./classify-failure.ts";

/** From the call to the last byte of the response. Telegram fetches a picture before it responds. */
export const telegramDeadlineMs = 20_000;

/** Of an answer. The longest ones, a message with its buttons, have a few KiB. */
const maxAnswerBytes = 1024 * 1024;

/**
 * The format of tokens from @BotFather: the bot's id and 35 characters; the server accepts 80 in all. The token becomes
 * part of a URL path.
 */
const tokenForm = /^[1-9]\d{0,17}:[A-Za-z0-9_-]{1,64}$/;

/** The address of the Bot API, and how to call it. */
export interface TelegramApi {
  /** Base URL without the token, such as `https://api.telegram.org`. */
  url: string;
  call(call: HttpCall): Promise<HttpAnswer>;
  deadlineMs?: number;
  /** A call ends with it at the latest. */
  until?: AbortSignal;
}

/** A bot, with the access that is needed to send for it. Never logged, and neither is a URL that was called. */
export interface BotAccess {
  token: string;
}

/** `result` is Telegram's answer; `null` where the request had already been done. */
export type TelegramAnswer = { ok: true; result: unknown } | TelegramFailure;

/** Returns the Bot API at a URL: Telegram's own, or a self-hosted server. */
export function telegramAt(url = "https://api.telegram.org"): TelegramApi {
  // The deadline of each call covers all of it.
  const agent = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  return { url: url.replace(/(?<!\/)\/+$/, ""), call: (call) => callHttp(agent, call) };
}

/** Whether a text could be a token at all. */
export function isTokenForm(token: string): boolean {
  return tokenForm.test(token);
}

/**
 * Calls one method for a bot and returns the result; never throws. Because the path contains the token, no underlying
 * error is passed on.
 */
export async function callTelegram(
  method: string,
  parameters: object,
  { token }: BotAccess,
  { url, call, deadlineMs = telegramDeadlineMs, until }: TelegramApi,
): Promise<TelegramAnswer> {
  if (!isTokenForm(token)) return { ok: false, failure: "auth" };
  const overdue = new AbortController();
  const deadline = setTimeout(() => overdue.abort(), deadlineMs);
  try {
    const answer = await call({
      url: new URL(`${url}/bot${token}/${method}`),
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(parameters),
      signals: until ? [until, overdue.signal] : [overdue.signal],
      limitBytes: () => maxAnswerBytes,
    });
    return answer.fault ? { ok: false, failure: "ambiguous" } : read(answer);
  } catch (error) {
    return { ok: false, failure: classOfLostCall(error) };
  } finally {
    clearTimeout(deadline);
  }
}

function read({ statusCode, body }: HttpAnswer): TelegramAnswer {
  const parsed = parse(body.toString());
  const fields = isFields(parsed) ? parsed : {};
  if (statusCode >= 200 && statusCode < 300 && fields.ok === true) {
    return { ok: true, result: fields.result ?? null };
  }
  const failure = classifyFailure(statusCode, fields);
  return failure.reason === "already_done" ? { ok: true, result: null } : failure;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
