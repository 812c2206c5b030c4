import { PushError, type SignatureFault, verifyRequest } from "@meetbot/protocol";
import type { Context } from "hono";
import type { Logger } from "pino";
import type { RecordUsage } from "../../../operations/endpoint/usage-recorder.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";

/** The dependencies for verifying a shop's request. */
export interface VerifyPushDeps {
  /** Returns the secrets that may sign the bot's pushes; empty if the bot has none or does not exist. */
  secretsOf(botId: string): Promise<readonly string[]>;
  isBot(botId: string): Promise<boolean>;
  recordUsage: RecordUsage;
  now(): number;
  log: Pick<Logger, "warn">;
}

/** The bot that a request is for, and the webhook id that it was signed with. */
export interface Verified {
  botId: string;
  webhookId: string | null;
}

/**
 * Anyone who can reach the server could fill the log, so a wrong signature is logged at most this often, and always
 * counted.
 */
const warnEveryMs = 60_000;

/** Authenticates a shop by its bot's push secret. */
export function createVerifyPush(deps: VerifyPushDeps) {
  let warnedAt = Number.NEGATIVE_INFINITY;
  return async (c: Context, botId: string, body: Uint8Array): Promise<Verified | PushError> => {
    const secrets = await deps.secretsOf(botId);
    if (secrets.length === 0) {
      return new PushError("unknown_bot", "", (await deps.isBot(botId)) ? noSecret : noBot);
    }
    const { headers } = c.req.raw;
    const nowS = Math.floor(deps.now() / 1_000);
    let reason: SignatureFault = "missing";
    for (const secret of secrets) {
      const verified = verifyRequest({ body, headers, secrets: secret, nowS });
      if (verified.valid) {
        deps.recordUsage(botId, { kind: "push", name: fingerprintOf(secret) });
        return { botId, webhookId: verified.id };
      }
      ({ reason } = verified);
    }
    if (deps.now() - warnedAt >= warnEveryMs) {
      warnedAt = deps.now();
      deps.log.warn({ bot: botId, reason }, "a push was refused");
    }
    const code = reason === "missing" ? "no_signature" : "bad_signature";
    return new PushError(code, "", whyUnsigned(reason));
  };
}

/** Throws a {@link PushError} if the request was signed for another push. */
export function refuseOther({ webhookId }: Verified, pushId: string): void {
  if (webhookId === pushId) return;
  throw new PushError(
    "bad_signature",
    "",
    "webhook-id is another than the push's own id. Sign a push, and what reads one back, with its own id as webhook-id; a batch has any.",
  );
}

/** The message when no bot has this id. */
export const noBot =
  "There is no such bot. Copy the address from the Keys page of Meetbot's console.";

const noSecret =
  "This bot has no push secret yet. Make one on the Keys page of Meetbot's console, or with `meetbot secret rotate --push`.";

function whyUnsigned(reason: string): string {
  if (reason === "missing") {
    return "The headers webhook-id, webhook-timestamp and webhook-signature are needed: sign the request with the bot's push secret.";
  }
  if (reason === "stale" || reason === "future") {
    return "The timestamp is more than five minutes from Meetbot's clock: sign each try anew, and set the server's clock.";
  }
  return "The signature is none of this bot's push secret over the bytes that arrived. It is another secret than the one that queries are signed with.";
}
