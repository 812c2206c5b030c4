import type { AlertKind } from "@meetbot/model/alert/alert-kind.ts";
import { Counter, type Registry } from "prom-client";
import type { AlertEnd } from "./start-alerts.ts";

/** Counts attempts to alert the team, by outcome. */
export function createAlertCounter(
  registers: Registry[],
): (kind: AlertKind | "web_push", outcome: AlertEnd) => void {
  const alerts = new Counter({
    name: "meetbot_alerts_total",
    help: "Tries to tell operators what happens, by kind of destination and outcome: sent, failed, rate, gone, given_up, stopped.",
    labelNames: ["kind", "outcome"],
    registers,
  });
  return (kind, outcome) => alerts.inc({ kind, outcome });
}
