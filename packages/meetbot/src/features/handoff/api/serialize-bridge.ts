import type { z } from "@hono/zod-openapi";
import type { Bridge } from "@meetbot/admin-api/contract/bridge.ts";
import type { BotBridge } from "@meetbot/model/bridge/bridge.ts";
import { bridgeOf } from "../kinds/bridge-kinds.ts";

/** Returns a bridge in the form of the admin API. */
export function serializeBridge(bridge: BotBridge): z.output<typeof Bridge> {
  const { kind, shown, locale, withNumbers, isOn, stopped, problem, behind } = bridge;
  const { createdAt, lastDoneAt, failingSince } = bridge;
  return {
    ...{ kind, shown, locale, with_numbers: withNumbers, enabled: isOn && !stopped, problem },
    ...{ behind, hears: bridgeOf[kind].hear !== null, created_at: createdAt.toISOString() },
    last_done_at: lastDoneAt?.toISOString() ?? null,
    failing_since: failingSince?.toISOString() ?? null,
    stopped_for: stopped?.for ?? null,
    stopped_at: stopped?.at.toISOString() ?? null,
  };
}
