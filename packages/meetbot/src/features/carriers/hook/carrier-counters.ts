import type { CarrierKind } from "@meetbot/model/carrier/carrier.ts";
import { Counter, type Registry } from "prom-client";
import type { CarrierFault } from "../form/carrier.ts";

/**
 * The outcome of a carrier's request: `nothing` concerned no parcel, `repeated` had just arrived, `full` found the
 * queue full.
 */
export type CarrierEnd = "hint" | "repeated" | "full" | "nothing" | CarrierFault;

/** How carriers are counted. */
export interface CarrierCounters {
  /** Counts carriers' requests by outcome. */
  onCarrierHeard(kind: CarrierKind, end: CarrierEnd): void;
}

/** Creates the `/metrics` counters of carrier webhooks. */
export function createCarrierCounters(registers: Registry[]): CarrierCounters {
  const heard = new Counter({
    name: "meetbot_carrier_hints_total",
    help: "What carriers sent, by kind and outcome: hint, repeated, full, nothing, or why it was refused.",
    labelNames: ["kind", "outcome"],
    registers,
  });
  return { onCarrierHeard: (kind, outcome) => heard.inc({ kind, outcome }) };
}
