import { timingSafeEqual } from "node:crypto";
import type { BridgeKind } from "@meetbot/model/bridge/bridge.ts";
import type { Context } from "hono";
import type { Logger } from "pino";
import { problem } from "../../../platform/http/problem.ts";
import { createFairShares } from "../../../platform/limits/fair-shares.ts";
import {
  inAPlace,
  type LimitRequestsDeps,
  signedPlaces,
  unsignedPlaces,
} from "../../../platform/limits/limit-requests.ts";
import { hashToken } from "../../../secrets/token.ts";
import type { Hook } from "../../form/feature.ts";
import type { Bridge, DeskEvent, HearFault } from "../form/bridge.ts";
import { bridgeOf } from "../kinds/bridge-kinds.ts";
import type { Bridges, ReachedBridge } from "../store/bridges.ts";
import type { DeskEventOutcome } from "../sync/receive-from-desk.ts";

/** The dependencies of the help desk webhook. */
export interface BridgeHookDeps {
  bridges: Pick<Bridges, "reach">;
  /** How to parse each kind's calls; by default as in the table of kinds. */
  kinds?: Readonly<Partial<Record<BridgeKind, Pick<Bridge, "hear">>>>;
  /** Carries out an event from a help desk. */
  hear(botId: string, heard: DeskEvent): Promise<DeskEventOutcome>;
  onHeard(kind: BridgeKind, outcome: DeskEventOutcome | HearFault["fault"]): void;
  log: Pick<Logger, "warn">;
}

/** Returns the path that a desk calls, relative to this server's address. */
export const bridgeHookPath = (botId: string, token: string) => `/bridges/${botId}/${token}`;

/** One request reports one event, or a few. */
const maxHeard = 50;

/**
 * Anyone who knows the address could fill the log, so a wrong signature is logged at most this often, and always
 * counted.
 */
const warnEveryMs = 60_000;

const explained: Record<HearFault["fault"], string> = {
  unsigned: "The request has no signature: set the secret of this webhook in the desk, and here.",
  bad_signature:
    "The signature is wrong: the secret in the desk and the one in Meetbot are not the same.",
  stale: "The request is too old, or the clock of one of both servers is wrong.",
  unreadable: "The body is not what this desk sends.",
};

/**
 * The webhook for help desks that conversations are handed to. Its address is a secret, checked before any of the body
 * is read; the desk's kind checks any additional signature.
 */
export function bridgeHook(deps: BridgeHookDeps, limiting: LimitRequestsDeps): Hook {
  const { kinds = bridgeOf } = deps;
  const unsigned = createFairShares(unsignedPlaces);
  const signed = createFairShares(signedPlaces);
  let warnedAt = Number.NEGATIVE_INFINITY;
  const reach = async (c: Context): Promise<ReachedBridge | null> => {
    const found = await deps.bridges.reach(c.req.param("bot_id") ?? "", { isOn: true });
    const hash = hashToken(c.req.param("token") ?? "");
    return found?.hookHash && timingSafeEqual(found.hookHash, hash) ? found : null;
  };
  const refuse = (c: Context, kind: BridgeKind, { fault }: HearFault) => {
    deps.onHeard(kind, fault);
    if (Date.now() - warnedAt >= warnEveryMs) {
      warnedAt = Date.now();
      deps.log.warn({ bot: c.req.param("bot_id"), kind, fault }, "a desk's request was refused");
    }
    return problem(c, fault === "unreadable" ? 400 : 401, fault, explained[fault]);
  };
  return {
    door: "bridge",
    path: bridgeHookPath(":bot_id", ":token"),
    async refuseStrangers(c, next) {
      const found = await inAPlace(c, limiting, unsigned, () => reach(c));
      if (found instanceof Response) return found;
      return found === null ? nothingThere(c) : next();
    },
    hook: (c) =>
      inAPlace(c, limiting, signed, async () => {
        const found = await reach(c);
        const hears = found && kinds[found.kind]?.hear;
        if (!found || !hears) return nothingThere(c);
        const body = Buffer.from(await c.req.arrayBuffer());
        const call = { headers: c.req.raw.headers, body };
        const heard = hears(call, found.secrets, Date.now());
        if ("fault" in heard) return refuse(c, found.kind, heard);
        let isKnown = true;
        for (const one of heard.slice(0, maxHeard)) {
          const end = await deps.hear(c.req.param("bot_id") ?? "", one);
          deps.onHeard(found.kind, end);
          isKnown &&= end !== "unknown_conversation";
        }
        return isKnown ? c.json({ ok: true }) : nobodyThere(c);
      }),
  };
}

/** Desks show the author that the message did not arrive. */
const nobodyThere = (c: Context) =>
  problem(
    c,
    404,
    "no_such_conversation",
    "Meetbot has no such conversation: it was deleted, or is another bot's.",
  );

const nothingThere = (c: Context) =>
  problem(
    c,
    404,
    "no_such_desk",
    "No desk calls here. Copy the address from Meetbot's console again.",
  );
