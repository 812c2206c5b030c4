import { type PushState, parseJson, pushStates } from "@meetbot/protocol";
import type { PushFailed, PushResult, PushStatus } from "./push-result.ts";

type Json = Readonly<Record<string, unknown>>;

/** The protocol's number for pushes that may be sent again unchanged. */
const againNumber = 10000;

/** Returns the result of each push in a request from the HTTP answer. Never throws. */
export function readPushAnswers(httpStatus: number, text: string, count: number): PushResult[] {
  const answer = readObject(text);
  const isBatch = Array.isArray(answer?.pushes);
  if (httpStatus >= 300 || answer === null || (count > 1 && !isBatch)) {
    return Array<PushResult>(count).fill(failureOf(httpStatus, answer));
  }
  const items = isBatch ? (answer.pushes as unknown[]) : [answer];
  return Array.from({ length: count }, (_, place) => readItem(httpStatus, toObject(items[place])));
}

/** Returns a push's status from the HTTP answer to a status query. Never throws. */
export function readPushStatus(httpStatus: number, text: string): PushStatus | PushFailed {
  const answer = readObject(text);
  const found = answer?.recipients;
  if (httpStatus !== 200 || !Array.isArray(found)) return failureOf(httpStatus, answer);
  const recipients = found.map((one) => {
    const { channel, state, because, at } = toObject(one) ?? {};
    return {
      channel: String(channel ?? ""),
      state: pushStates.find((known) => known === state) ?? ("accepted" satisfies PushState),
      ...(typeof because === "string" && because !== "" && { because }),
      at: momentOf(at),
    };
  });
  return { ok: true, id: String(answer?.id ?? ""), recipients };
}

function readItem(httpStatus: number, item: Json | null): PushResult {
  if (item?.success !== true) return failureOf(httpStatus, item);
  const { id, recipients, repeated } = item;
  return {
    ok: true,
    id: String(id ?? ""),
    recipients: typeof recipients === "number" ? recipients : 0,
    repeated: repeated === true,
  };
}

function failureOf(httpStatus: number, answer: Json | null): PushFailed {
  const { code, message } = toObject(answer?.error) ?? {};
  const number = typeof code === "number" ? code : httpStatus;
  return {
    ok: false,
    retry: httpStatus >= 500 || httpStatus === 429 || number === againNumber,
    code: number,
    message: typeof message === "string" ? message : notMeetbot,
  };
}

const notMeetbot =
  "The answer is not of Meetbot's push address. Check url: it is Meetbot's own, without a path of its pages.";

function momentOf(at: unknown): number {
  const moment = Number(at);
  if (!Number.isFinite(moment)) return 0;
  return moment > 1e11 ? moment : moment * 1000;
}

function readObject(text: string): Json | null {
  try {
    return toObject(parseJson(text));
  } catch {
    return null;
  }
}

function toObject(value: unknown): Json | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Json)
    : null;
}
