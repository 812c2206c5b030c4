import { readPushBody } from "@meetbot/protocol";
import type { RecordUsage } from "../../../operations/endpoint/usage-recorder.ts";
import { type AcceptDeps, acceptPushes, type PushAnswer } from "./accept-pushes.ts";

/** The dependencies for accepting platforms' webhooks. */
export interface TakeHookDeps extends AcceptDeps {
  recordUsage: RecordUsage;
  onPush(outcome: "accepted" | "repeated" | "refused"): void;
  /** Signals that something waits to be sent. */
  wake(): void;
}

/**
 * Accepts events from a bot's platform as pushes of its shop: each one once, and Meetbot queries the shop's current
 * state before it notifies anybody. `full` when the limit of waiting ones is reached and the event must come again.
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
