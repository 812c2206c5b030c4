import { keyRoutes } from "@meetbot/admin-api/contract/keys.ts";
import type { SecretKind } from "@meetbot/model/bot/bot-secret.ts";
import { newSecret } from "@meetbot/protocol";
import type { Logger } from "pino";
import type { AgentOf } from "../../../merchant/agent-of.ts";
import { testBotEndpoint } from "../../../operations/endpoint/test-bot-endpoint.ts";
import { promoteNext } from "../../../operations/secrets/promote-next.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { notFound } from "../http/api-error.ts";
import { findBot } from "../http/find-secret.ts";
import { serializeTest } from "../webhook/serialize-endpoint.ts";
import { serializeSecrets } from "./serialize-secrets.ts";
import { nothingToRevoke, whyNotPromoted, whyNotRotated } from "./why-not.ts";

export interface KeyAreaDeps extends Pick<Store, "bots" | "health" | "usage"> {
  agentOf: AgentOf;
  log: Logger;
}

/** Mounts the routes for a bot's secrets: their state and their rotation. */
export function mountKeys({ mount }: AdminApp, deps: KeyAreaDeps): void {
  const { bots, agentOf, log } = deps;

  mount(keyRoutes.listKeys, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    return c.json(await serializeSecrets(deps, bot), 200);
  });

  async function rotate(kind: SecretKind, { botId, actor, wish }: Rotating) {
    const secret = newSecret();
    const input = { kind, secret, overlapS: wish.overlap_s, force: wish.force };
    const rotation = await bots.as(actor).rotateSecret(botId, input);
    if (!rotation) throw notFound("bot");
    if (rotation.outcome !== "rotated") throw whyNotRotated(rotation);
    log.info({ bot: botId, kind, secret: fingerprintOf(secret) }, "secret rotated");
    const { replaced: ended, previousUntil: endsAt } = rotation;
    return serializeNewSecret(secret, {
      kind,
      stage: kind === "signing" ? "next" : "current",
      ended,
      endsAt,
    });
  }

  mount(keyRoutes.rotateSigning, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { actor } = c.get("caller");
    return c.json(await rotate("signing", { botId, actor, wish: c.req.valid("json") }), 201);
  });

  mount(keyRoutes.rotateIdentity, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { actor } = c.get("caller");
    return c.json(await rotate("identity", { botId, actor, wish: c.req.valid("json") }), 201);
  });

  mount(keyRoutes.rotatePush, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { actor } = c.get("caller");
    return c.json(await rotate("push", { botId, actor, wish: c.req.valid("json") }), 201);
  });

  mount(keyRoutes.promoteSigning, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const { overlap_s: overlapS, untested } = c.req.valid("json");
    const { actor } = c.get("caller");
    const own = { ...deps, bots: bots.as(actor) };
    const test = untested ? null : (secret: string) => testBotEndpoint(own, bot, secret, agentOf);
    const promotion = await promoteNext(own.bots, bot, { overlapS, test });
    if (promotion.outcome !== "promoted") throw whyNotPromoted(promotion);
    const { fingerprint, previousUntil, noted } = promotion;
    log.info({ bot: bot.id, secret: fingerprint }, "secret promoted");
    return c.json(
      {
        fingerprint,
        previous_ends_at: previousUntil.toISOString(),
        test: noted && serializeTest(noted, actor),
      },
      200,
    );
  });

  mount(keyRoutes.revokeKey, async (c) => {
    const { bot_id: botId, kind } = c.req.valid("param");
    const { stage, fingerprint } = c.req.valid("json");
    const { actor } = c.get("caller");
    const replacement = newSecret();
    const input = { kind, stage, replacement, fingerprint };
    const revocation = await bots.as(actor).revokeSecret(botId, input);
    if (!revocation) throw notFound("bot");
    if (revocation.outcome === "none") throw nothingToRevoke;
    const { ended, current } = revocation;
    log.warn({ bot: botId, kind, ended, current }, "secret revoked");
    const made = { kind, stage: "current", ended, endsAt: null } as const;
    const isReplaced = current === "replacement";
    const told = {
      ended,
      current,
      replacement: isReplaced ? serializeNewSecret(replacement, made) : null,
    };
    return c.json(told, 200);
  });
}

interface Rotating {
  botId: string;
  actor: string;
  wish: { overlap_s: number; force: boolean };
}

interface Made {
  kind: SecretKind;
  stage: "next" | "current";
  ended: string[];
  /** When the one before ends. */
  endsAt: Date | null;
}

/** A new secret, this once. */
function serializeNewSecret(secret: string, { kind, stage, ended, endsAt }: Made) {
  const fingerprint = fingerprintOf(secret);
  const previous_ends_at = endsAt?.toISOString() ?? null;
  return { kind, stage, fingerprint, secret, previous_ends_at, ended };
}
