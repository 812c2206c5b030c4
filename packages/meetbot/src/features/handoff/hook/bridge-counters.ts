import type { BridgeKind } from "@meetbot/model/bridge/bridge.ts";
import { Counter, type Registry } from "prom-client";
import type { HearFault } from "../form/bridge.ts";
import type { DeskEventOutcome } from "../sync/receive-from-desk.ts";
import type { CallEnd } from "../sync/sync-desk.ts";

/** How desks of shops' own are counted. */
export interface BridgeCounters {
  /** Counts calls to help desks by outcome. */
  onBridgeCall(kind: BridgeKind, outcome: CallEnd): void;
  /** Counts help desks' requests by outcome. */
  onBridgeHeard(kind: BridgeKind, outcome: DeskEventOutcome | HearFault["fault"]): void;
}

/** Creates the `/metrics` counters of shops' own desks: what Meetbot sent to them, and what they sent. */
export function createBridgeCounters(registers: Registry[]): BridgeCounters {
  const calls = new Counter({
    name: "meetbot_bridge_calls_total",
    help: "Calls to desks that conversations are handed to, by kind and outcome: done, failed, rate, gone, left_out, stopped.",
    labelNames: ["kind", "outcome"],
    registers,
  });
  const heard = new Counter({
    name: "meetbot_bridge_heard_total",
    help: "What such desks told, by kind and outcome: said, closed, ignored, not_delivered, unknown_conversation, or why it was refused.",
    labelNames: ["kind", "outcome"],
    registers,
  });
  return {
    onBridgeCall: (kind, outcome) => calls.inc({ kind, outcome }),
    onBridgeHeard: (kind, outcome) => heard.inc({ kind, outcome }),
  };
}
