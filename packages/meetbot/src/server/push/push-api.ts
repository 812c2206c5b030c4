import {
  PushError,
  type PushErrorCode,
  readPushBody,
  type SignatureFault,
  verifyRequest,
} from "@meetbot/protocol";
import type { Context, Handler } from "hono";
import type { Logger } from "pino";
import type { RecordUsage } from "../../operations/endpoint/usage-recorder.ts";
import { acceptPushes, type PushAnswer } from "../../operations/push/accept-pushes.ts";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import type { PushStore } from "../../store/push/push-store.ts";
import type { ReadNotification } from "../../store/push/read-push.ts";
import { createFairShares } from "../limits/fair-shares.ts";
import {
  inAPlace,
  type LimitRequestsDeps,
  signedPlaces,
  unsignedPlaces,
} from "../limits/limit-requests.ts";
import { createRate } from "../limits/rate.ts";

/** A bot's shop pushes so much in a second; a batch may take it ahead. */
export const pushesPerSecond = 20;

/** One batch at once, and what follows it at the pace of the rate. */
const pushesAtOnce = 100;

/** What waits is told at a pace of some ten a second. */
const fullRetryAfterS = 30;

/** Whoever can reach the server could fill the log: a wrong signature is told so often, and counted always. */
const warnEveryMs = 60_000;

/** What the door of pushes needs. */
export interface PushDoorDeps {
  /** Secrets that a push of the bot may be signed with; empty: it has none, or there is no such bot. */
  secretsOf(botId: string): Promise<readonly string[]>;
  isBot(botId: string): Promise<boolean>;
  pushes: Pick<PushStore, "accept" | "read">;
  recordUsage: RecordUsage;
  onPush(outcome: "accepted" | "repeated" | "echo" | "refused"): void;
  /** Something waits to be told. */
  wake(): void;
  now(): number;
  log: Pick<Logger, "warn">;
}

/** `POST /push/{bot_id}` and `GET /push/{bot_id}/{id}`: what a shop says first, signed with the bot's push secret. */
export function createPushDoor(
  deps: PushDoorDeps,
  limiting: LimitRequestsDeps,
): { push: Handler; read: Handler } {
  const unsigned = createFairShares(unsignedPlaces);
  const signed = createFairShares(signedPlaces);
  const rate = createRate({ atOnce: pushesAtOnce, eachMs: 1_000 / pushesPerSecond });
  let warnedAt = Number.NEGATIVE_INFINITY;
  const refuse = (c: Context, error: PushError, retryAfterS?: number): Response => {
    deps.onPush("refused");
    if (retryAfterS !== undefined) c.header("Retry-After", String(retryAfterS));
    return c.json(refusal(error), error.status as 400);
  };
  const verify = async (c: Context, body: Uint8Array): Promise<string | PushError> => {
    const botId = c.req.param("bot_id") ?? "";
    const secrets = await deps.secretsOf(botId);
    if (secrets.length === 0) {
      return new PushError("unknown_bot", "", (await deps.isBot(botId)) ? noSecret : noBot);
    }
    const { headers } = c.req.raw;
    let reason: SignatureFault = "missing";
    for (const secret of secrets) {
      const verified = verifyRequest({ body, headers, secrets: secret });
      if (verified.valid) {
        deps.recordUsage(botId, { kind: "push", name: fingerprintOf(secret) });
        return botId;
      }
      ({ reason } = verified);
    }
    if (deps.now() - warnedAt >= warnEveryMs) {
      warnedAt = deps.now();
      deps.log.warn({ bot: botId, reason }, "a push was refused");
    }
    return new PushError(
      reason === "missing" ? "no_signature" : "bad_signature",
      "",
      whyUnsigned(reason),
    );
  };
  return {
    push: async (c) => {
      const body = new Uint8Array(await c.req.arrayBuffer());
      const botId = await inAPlace(c, limiting, unsigned, () => verify(c, body));
      if (botId instanceof Response) return botId;
      if (botId instanceof PushError) return refuse(c, botId);
      return inAPlace(c, limiting, signed, async () => {
        const { isBatch, items } = readPushBody(new TextDecoder().decode(body), deps.now());
        const waitMs = rate.take(botId, items.length, deps.now());
        if (waitMs > 0) {
          return refuse(c, new PushError("too_many", "", tooMany), Math.ceil(waitMs / 1_000));
        }
        const answers = await acceptPushes(botId, items, deps);
        for (const answer of answers) deps.onPush(outcomeOf(answer));
        deps.wake();
        if (isBatch) return c.json({ success: true, pushes: answers.map(toJson) }, 202);
        const [answer] = answers;
        if (answer?.kind === "refused") {
          const { error } = answer;
          return refuse(c, error, error.code === "too_many" ? fullRetryAfterS : undefined);
        }
        return c.json(toJson(answer!), answer?.kind === "echo" ? 200 : 202);
      }).catch((error: unknown) => {
        if (error instanceof PushError) return refuse(c, error);
        throw error;
      });
    },
    read: async (c) => {
      const botId = await inAPlace(c, limiting, unsigned, () => verify(c, new Uint8Array()));
      if (botId instanceof Response) return botId;
      if (botId instanceof PushError) return refuse(c, botId);
      return inAPlace(c, limiting, signed, async () => {
        const found = await deps.pushes.read(botId, c.req.param("push_id") ?? "");
        if (!found) return refuse(c, new PushError("unknown_bot", "", noPush));
        const { id, method, recipients } = found;
        const accepted_at = toSeconds(found.acceptedAt);
        const told = recipients.map(recipientToJson);
        return c.json({ success: true, object: "push", id, method, accepted_at, recipients: told });
      });
    },
  };
}

const noBot = "There is no such bot. Copy the address from the Keys page of Meetbot's console.";
const noSecret =
  "This bot has no push secret yet. Make one on the Keys page of Meetbot's console, or with `meetbot secret rotate --push`.";
const noPush =
  "This bot knows no push by this id: none came, it was refused, or it is older than pushes are kept.";
const tooMany =
  "That is more than 20 pushes a second. Send the same push again after the seconds in Retry-After, or several in one request.";

function whyUnsigned(reason: string): string {
  if (reason === "missing") {
    return "The headers webhook-id, webhook-timestamp and webhook-signature are needed: sign the request with the bot's push secret.";
  }
  if (reason === "stale" || reason === "future") {
    return "The timestamp is more than five minutes from Meetbot's clock: sign each try anew, and set the server's clock.";
  }
  return "The signature is none of this bot's push secret over the bytes that arrived. It is another secret than the one that queries are signed with.";
}

const outcomeOf = (answer: PushAnswer) =>
  answer.kind === "accepted" && answer.repeated ? "repeated" : answer.kind;

function toJson(answer: PushAnswer): object {
  switch (answer.kind) {
    case "accepted": {
      const { id, recipients, repeated } = answer;
      const accepted = { success: true, object: "push", id, recipients, status: "accepted" };
      return repeated ? { ...accepted, repeated } : accepted;
    }
    case "echo":
      return { success: true, object: "test", id: answer.id, test_token: answer.testToken };
    case "refused":
      return { ...refusal(answer.error), ...(answer.id !== undefined && { id: answer.id }) };
  }
}

function refusal({ number, code, pointer, message }: PushError): object {
  const place = pointer === "" ? {} : { pointer };
  return {
    success: false,
    error: { code: number, name: code satisfies PushErrorCode, message, ...place },
  };
}

function recipientToJson({ channel, state, because, way, status, at }: ReadNotification): object {
  return { channel, way, state, because, status, at: toSeconds(at) };
}

/** Moments on the wire are seconds, as strings. */
const toSeconds = (at: Date): string => String(Math.floor(at.getTime() / 1_000));
