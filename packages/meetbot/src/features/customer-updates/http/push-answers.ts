import { type PushError, pushErrors } from "@meetbot/protocol";
import type { Context, MiddlewareHandler } from "hono";
import type { PushAnswer } from "../events/accept-pushes.ts";
import type { ReadNotification, ReadPush } from "../store/read-push.ts";

/** Waiting notifications go out at some ten a second. */
const fullRetryAfterS = 30;

/** Refuses a request as a whole. */
export function refuseRequest(c: Context, error: PushError, retryAfterS?: number): Response {
  const afterS = retryAfterS ?? (error.code === "too_many" ? fullRetryAfterS : undefined);
  if (afterS !== undefined) c.header("Retry-After", String(afterS));
  return c.json(refusal(error), error.status as 400);
}

/** Returns one answer as JSON, for a single push or as part of a batch. */
export function answerToJson(answer: PushAnswer): object {
  const { id } = answer;
  const accepted = { success: true, object: "push", id };
  switch (answer.kind) {
    case "accepted": {
      const { recipients, repeated } = answer;
      return { ...accepted, recipients, status: "accepted", ...(repeated && { repeated }) };
    }
    case "echo":
      return { ...accepted, recipients: 0, status: "accepted", test_token: answer.testToken };
    case "refused":
      return { success: false, ...(id !== undefined && { id }), ...refusal(answer.error) };
  }
}

/** Returns the state of a push as JSON. */
export function pushToJson({ id, recipients }: ReadPush): object {
  return { success: true, object: "push", id, recipients: recipients.map(recipientToJson) };
}

function recipientToJson({ channel, state, because, at }: ReadNotification): object {
  return {
    channel: channel.replaceAll("-", "_"),
    state,
    ...(because !== null && { because }),
    at: String(Math.floor(at.getTime() / 1_000)),
  };
}

function refusal({ number, message }: PushError): object {
  return { success: false, error: { code: number, message } };
}

/** Error numbers that any route may return, by HTTP status. */
const numbers: Readonly<Record<number, number>> = {
  413: pushErrors.too_large.number,
  429: pushErrors.too_many.number,
  500: pushErrors.unavailable.number,
  503: pushErrors.unavailable.number,
};

/** Returns every route's refusals in the form of the push protocol. */
export const inPushForm: MiddlewareHandler = async (c, next) => {
  await next();
  const code = numbers[c.res.status];
  if (code === undefined) return;
  const { success, error } = (await c.res.clone().json()) as {
    success?: boolean;
    error?: { message?: string };
  };
  if (success !== undefined) return;
  const { status, headers } = c.res;
  const body = JSON.stringify({ success: false, error: { code, message: error?.message ?? "" } });
  const kept = new Headers(headers);
  kept.delete("content-length");
  c.res = undefined;
  c.res = new Response(body, { status, headers: kept });
};
