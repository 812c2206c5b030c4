import type { Bot } from "@meetbot/model/bot/bot.ts";
import { maxPushBytes, ProtocolError, PushError, parseJson } from "@meetbot/protocol";
import type { Context } from "hono";
import { createAddressList } from "../../../platform/http/addresses.ts";
import { isSameSecret } from "../../../secrets/compare.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";
import type { createVerifyPush, Verified, VerifyPushDeps } from "./verify-push.ts";

/** Bots of one `page_id` that a request is tried with. */
const maxBots = 10;

/** The dependencies for pushes in the form of the origin. */
export interface OriginDeps {
  /** Returns the page's bots that accept pushes in this form. */
  originBotsOf(pageId: string): Promise<readonly Pick<Bot, "id" | "originPushNetworks">[]>;
  /** Returns the address that a request comes from; `null` when it is unknown. */
  addressOf(c: Context): string | null;
}

/**
 * Identifies a shop that pushes in the origin's form: finds the bot by its `page_id`, and authenticates the shop by a
 * signature, or by the push secret in the header `APIKEY` if the request comes from a network that the operator listed.
 */
export function createVerifyOrigin(
  deps: OriginDeps & VerifyPushDeps,
  verify: ReturnType<typeof createVerifyPush>,
) {
  return async (
    c: Context,
    address: string | null,
    body: Uint8Array,
  ): Promise<Verified | PushError> => {
    const key = c.req.header("apikey");
    if (key === undefined && c.req.header("webhook-signature") === undefined) {
      return new PushError("no_signature", "", noKey);
    }
    // The sender is not verified yet, so the server reads only this much.
    if (body.length > maxPushBytes) return new PushError("too_large", "", tooLarge);
    const pageId = pageIdOf(new TextDecoder().decode(body));
    const bots = pageId === null ? [] : await deps.originBotsOf(pageId);
    let refused = new PushError("unknown_bot", "/request/page_id", noOrigin);
    for (const bot of bots.slice(0, maxBots)) {
      const verified =
        key === undefined ? await verify(c, bot.id, body) : await byKey(bot, key, address);
      if (!(verified instanceof PushError)) return verified;
      refused = verified;
    }
    return refused;
  };

  async function byKey(
    { id: botId, originPushNetworks }: Pick<Bot, "id" | "originPushNetworks">,
    key: string,
    address: string | null,
  ): Promise<Verified | PushError> {
    if (address === null || !createAddressList(originPushNetworks)(address)) {
      return new PushError("bad_signature", "", elsewhere);
    }
    const secrets = await deps.secretsOf(botId);
    const secret = secrets.find((one) => isSameSecret(one, key));
    if (secret === undefined) return new PushError("bad_signature", "", wrongKey);
    deps.recordUsage(botId, { kind: "push", name: fingerprintOf(secret) });
    return { botId, webhookId: null };
  }
}

function pageIdOf(body: string): string | null {
  try {
    const { request } = parseJson(body) as { request?: { page_id?: unknown } };
    const pageId = request?.page_id;
    return typeof pageId === "string" || typeof pageId === "number" ? String(pageId) : null;
  } catch (error) {
    if (error instanceof ProtocolError || error instanceof TypeError) return null;
    throw error;
  }
}

const tooLarge = `Expected at most ${maxPushBytes / 1024} KiB at the body. Leave out what the push does not need.`;
const noKey =
  "The header APIKEY is missing, or the headers webhook-id, webhook-timestamp and webhook-signature: sign the request with the bot's push secret.";
const noOrigin =
  "No bot with the page_id at /request/page_id takes pushes in this form. Compare it with the bot's settings, and switch origin_push on there.";
const elsewhere =
  "The header APIKEY counts only from the networks in the bot's origin_push_networks, and this request came from another one. List it there, or sign the request.";
const wrongKey = "The header APIKEY is none of this bot's push secret.";
