import { readPushBody } from "@meetbot/protocol";
import type { RecordUsage } from "../../../operations/endpoint/usage-recorder.ts";
import {
  type AcceptDeps,
  acceptPushes,
  type PushAnswer,
} from "../../customer-updates/events/accept-pushes.ts";
import type { OfferedConnector } from "../host/connector-host.ts";
import type { ShopConnections } from "../store/shop-connections.ts";

/** Where a shop's platform calls, below this server's address. */
export const connectorHookPath = (botId: string, token: string) => `/connectors/${botId}/${token}`;

/** Where a connected shop's platform may call; `null`: nothing of this platform's is read. */
export async function connectorHookUrl(
  { botId, name }: { botId: string; name: string },
  base: string,
  connections: Pick<ShopConnections, "hookTokenOf">,
  offered: readonly OfferedConnector[],
): Promise<string | null> {
  const isHeard = offered.some((one) => one.name === name && one.isHeard);
  return isHeard ? base + connectorHookPath(botId, await connections.hookTokenOf(botId)) : null;
}

/** What taking platforms' webhooks needs. */
export interface TakeHookDeps extends AcceptDeps {
  recordUsage: RecordUsage;
  onPush(outcome: "accepted" | "repeated" | "refused"): void;
  /** Something waits to be told. */
  wake(): void;
}

/**
 * Takes what a bot's platform tells as pushes of its shop: the same is taken once, and the shop is asked what is true
 * before anybody is told. `full`: as many wait as are kept, and it is to come again.
 */
export function createTakeHook(deps: TakeHookDeps) {
  return async (botId: string, pushes: readonly { body: string }[]): Promise<"taken" | "full"> => {
    if (pushes.length === 0) return "taken";
    const { items } = readPushBody(
      `{"pushes":[${pushes.map(({ body }) => body).join(",")}]}`,
      deps.now(),
    );
    const answers = await acceptPushes(botId, items, deps);
    for (const answer of answers) deps.onPush(outcomeOf(answer));
    deps.recordUsage(botId, { kind: "push", name: "platform" });
    deps.wake();
    return answers.some(isFull) ? "full" : "taken";
  };
}

function outcomeOf(answer: PushAnswer): "accepted" | "repeated" | "refused" {
  if (answer.kind !== "accepted") return "refused";
  return answer.repeated ? "repeated" : "accepted";
}

const isFull = (answer: PushAnswer) =>
  answer.kind === "refused" && answer.error.code === "too_many";
