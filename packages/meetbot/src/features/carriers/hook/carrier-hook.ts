import type { CarrierKind } from "@meetbot/model/carrier/carrier.ts";
import type { Context } from "hono";
import type { Logger } from "pino";
import { problem, serviceUnavailable } from "../../../platform/http/problem.ts";
import { createFairShares } from "../../../platform/limits/fair-shares.ts";
import {
  inAPlace,
  type LimitRequestsDeps,
  signedPlaces,
  unsignedPlaces,
} from "../../../platform/limits/limit-requests.ts";
import type { Hook } from "../../form/feature.ts";
import { carrierHookPath } from "../connecting/connect-carrier.ts";
import type { Carrier, CarrierFault, CarrierHint } from "../form/carrier.ts";
import { carrierOf } from "../kinds/carrier-kinds.ts";
import type { Carriers, ReachedCarrier } from "../store/carriers.ts";
import type { CarrierEnd } from "./carrier-counters.ts";
import { createRecentHints } from "./recent-hints.ts";

/** The dependencies of the carrier webhook. */
export interface CarrierHookDeps {
  carriers: Pick<Carriers, "reach" | "recordWebhook">;
  /** Queues a query to the shop for the parcel's true state. `full`: the queue has reached its limit. */
  hint(botId: string, hint: CarrierHint): Promise<"taken" | "full">;
  onHeard(kind: CarrierKind, end: CarrierEnd): void;
  log: Pick<Logger, "warn">;
}

/** A caller who knows the address could fill the log, so refusals are logged at most this often, but always counted. */
const warnEveryMs = 60_000;

const explained: Record<CarrierFault, string> = {
  unsigned: "The request has no signature: set the secret in the carrier's system, and here.",
  bad_signature:
    "The signature is wrong: the secret in the carrier's system and the one in Meetbot are not the same.",
  unreadable: "The body is not what this carrier sends.",
};

/**
 * The webhook endpoint for systems that track parcels. Its address is a secret, checked before any of the body is read;
 * the carrier's kind also checks signatures. A request counts as a hint, never as a fact.
 */
export function carrierHook(deps: CarrierHookDeps, limiting: LimitRequestsDeps): Hook {
  const unsigned = createFairShares(unsignedPlaces);
  const signed = createFairShares(signedPlaces);
  const recent = createRecentHints();
  let warnedAt = Number.NEGATIVE_INFINITY;
  const botOf = (c: Context) => c.req.param("bot_id") ?? "";
  const reach = (c: Context): Promise<ReachedCarrier | null> =>
    deps.carriers.reach(botOf(c), c.req.param("token") ?? "");
  const refuse = (c: Context, kind: CarrierKind, fault: CarrierFault) => {
    deps.onHeard(kind, fault);
    if (Date.now() - warnedAt >= warnEveryMs) {
      warnedAt = Date.now();
      deps.log.warn({ bot: botOf(c), kind, fault }, "a carrier's request was refused");
    }
    return problem(c, fault === "unreadable" ? 400 : 401, fault, explained[fault]);
  };
  const take = async (botId: string, { kind }: Carrier, hint: CarrierHint) => {
    const key = JSON.stringify([botId, hint.trackingNumber, hint.status, hint.occurredAt]);
    const isKnown = recent.has(key);
    const end = isKnown ? "taken" : await deps.hint(botId, hint);
    if (end === "taken") recent.add(key);
    deps.onHeard(kind, isKnown ? "repeated" : end === "full" ? "full" : "hint");
    return end;
  };
  return {
    door: "carrier",
    path: carrierHookPath(":bot_id", ":token"),
    async refuseStrangers(c, next) {
      const found = await inAPlace(c, limiting, unsigned, () => reach(c));
      if (found instanceof Response) return found;
      return found === null ? nothingThere(c) : next();
    },
    hook: (c) =>
      inAPlace(c, limiting, signed, async () => {
        const found = await reach(c);
        if (!found) return nothingThere(c);
        const carrier = carrierOf[found.kind];
        const body = Buffer.from(await c.req.arrayBuffer());
        const call = { headers: c.req.raw.headers, body };
        const fault = carrier.verify(call, found.secret);
        if (fault !== null) return refuse(c, found.kind, fault);
        const hints = carrier.read(body);
        if (hints === null) return refuse(c, found.kind, "unreadable");
        if (hints.length === 0) deps.onHeard(found.kind, "nothing");
        for (const hint of hints) {
          const isFull = (await take(botOf(c), carrier, hint)) === "full";
          if (isFull) return serviceUnavailable(c, "busy", tooMany, fullRetryAfterS);
        }
        await deps.carriers.recordWebhook(botOf(c), found.kind);
        return c.json(carrier.answers);
      }),
  };
}

/** By then the shop, if it answers, has been queried about most of the hints. */
const fullRetryAfterS = 60;

const tooMany =
  "As many parcels as are kept wait until the shop was asked about them. Send the same again later.";

const nothingThere = (c: Context) =>
  problem(
    c,
    404,
    "no_such_carrier",
    "No carrier calls here. Connect it again in Meetbot, and copy the address from there.",
  );
