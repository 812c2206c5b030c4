import type { GivenConfig, OpenConnection } from "@meetbot/model/connector/connection.ts";
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
import type { HeardHook, HookCall, HookFault } from "../host/parse-hook.ts";
import type { ShopConnections } from "../store/shop-connections.ts";
import { connectorHookPath } from "./hook-url.ts";

/** The dependencies of the webhook for shop platforms. */
export interface ConnectorHookDeps {
  connections: Pick<ShopConnections, "isHookToken" | "open">;
  /** Verifies and reads a call. */
  hear(name: string, config: GivenConfig, call: HookCall): HeardHook;
  /** Stores the pushes parsed from the call. `full`: the queue has reached its limit. */
  take(botId: string, pushes: readonly { body: string }[]): Promise<"taken" | "full">;
  /** Counts refused calls; `take` counts the rest. */
  onPush(outcome: "refused"): void;
  log: Pick<Logger, "warn">;
}

/** A caller who knows the address could fill the log. */
const warnEveryMs = 60_000;

const explained: Record<HookFault, string> = {
  no_secret:
    "Nobody told Meetbot what this webhook is signed with: give the shop's connection its webhookSecret.",
  unsigned: "The request has no signature: set a secret in the platform's webhook, and here.",
  bad_signature:
    "The signature is wrong: the secret of the platform's webhook and the one in Meetbot are not the same.",
  other_shop:
    "This is another shop's webhook than the one that is connected here: copy the address of that shop's bot.",
  unreadable: "The body is not what this platform sends.",
};

/**
 * The webhook for the platforms that bots' shops run on. Checks the address before it reads any of the body; then the
 * signature decides. An accepted call is only a hint, like a push, never a source of truth.
 */
export function connectorHook(deps: ConnectorHookDeps, limiting: LimitRequestsDeps): Hook {
  const { connections, hear, take, onPush, log } = deps;
  const unsigned = createFairShares(unsignedPlaces);
  const signed = createFairShares(signedPlaces);
  let warnedAt = Number.NEGATIVE_INFINITY;
  const botOf = (c: Context) => c.req.param("bot_id") ?? "";
  /** Connections of requests whose body is still arriving. */
  const opened = new WeakMap<Context, OpenConnection>();
  const isKnown = (c: Context) => connections.isHookToken(botOf(c), c.req.param("token") ?? "");
  const refuse = (c: Context, fault: HookFault) => {
    onPush("refused");
    if (Date.now() - warnedAt >= warnEveryMs) {
      warnedAt = Date.now();
      log.warn({ bot: botOf(c), fault }, "a platform's webhook was refused");
    }
    return problem(c, fault === "unreadable" ? 400 : 401, fault, explained[fault]);
  };
  return {
    path: connectorHookPath(":bot_id", ":token"),
    door: "platform",
    async refuseStrangers(c, next) {
      const connection = await inAPlace(c, limiting, unsigned, async () =>
        (await isKnown(c)) ? connections.open(botOf(c)) : null,
      );
      if (connection instanceof Response) return connection;
      if (connection === null) return nothingThere(c);
      opened.set(c, connection);
      return next();
    },
    hook: (c) =>
      inAPlace(c, limiting, signed, async () => {
        const connection = opened.get(c);
        if (!connection) return nothingThere(c);
        const call = { headers: c.req.raw.headers, body: Buffer.from(await c.req.arrayBuffer()) };
        const heard = hear(connection.name, connection.config, call);
        if ("fault" in heard) return refuse(c, heard.fault);
        const end = await take(botOf(c), heard.pushes);
        return end === "full"
          ? serviceUnavailable(c, "busy", tooMany, fullRetryAfterS)
          : c.json({ ok: true });
      }),
  };
}

/** Meetbot delivers waiting notifications at some ten a second. */
const fullRetryAfterS = 30;

const tooMany =
  "As many notifications of this bot wait as are kept, and this was not stored. Send the same again later.";

const nothingThere = (c: Context) =>
  problem(
    c,
    404,
    "no_such_shop",
    "No shop's platform calls here. Copy the address from the connection in Meetbot.",
  );
