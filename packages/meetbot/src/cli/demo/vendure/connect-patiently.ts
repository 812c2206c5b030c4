import { setTimeout as delay } from "node:timers/promises";
import { type ConnectorProblem, problemWords } from "@meetbot/model/connector/connector-words.ts";
import type { ConnectedBot } from "../../../features/connectors/connecting/connect-shop.ts";

/** On a slow machine a shop that has just started answers its first questions late. */
const maxTries = 6;
const restMs = 3_000;

/** Problems that may pass in a moment; a wrong key does not. */
const mayPass: readonly ConnectorProblem[] = [
  "unreachable",
  "not_this_platform",
  "throttled",
  "broken_answer",
  "unavailable",
];

/** Connects a shop that may still be starting; `null`: it is connected, otherwise why it is not, in words. */
export async function connectPatiently(
  connect: () => Promise<ConnectedBot>,
  onWait: (why: string) => void,
  rest: () => Promise<unknown> = () => delay(restMs),
): Promise<string | null> {
  for (let tries = 1; ; tries++) {
    const connected = await connect();
    if (connected.outcome === "ok") return null;
    const why = explain(connected);
    const passes = connected.outcome === "trouble" && mayPass.includes(connected.problem);
    if (!passes || tries === maxTries) return why;
    onWait(why);
    await rest();
  }
}

function explain(connected: Exclude<ConnectedBot, { outcome: "ok" }>): string {
  switch (connected.outcome) {
    case "trouble": {
      const { what } = problemWords[connected.problem].en;
      return `${what.replace(/\.$/, "")} (${connected.detail})`;
    }
    case "bad_config":
      return `${connected.field}: ${connected.message}`;
    case "no_connector":
      return "This Meetbot has no such connector";
    case "no_bot":
      return "Its bot was deleted meanwhile";
  }
}
