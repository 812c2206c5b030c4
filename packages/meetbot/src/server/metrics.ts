import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Turn } from "../store/store.ts";

/** What `/metrics` tells, and how it is counted. Labels never hold anything of a customer's. */
export interface Metrics {
  registry: Registry;
  onTurn(turn: { seconds: number; turn: Turn }): void;
}

export function createMetrics(openStreams: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Histogram({
    name: "meetbot_turn_seconds",
    help: "Time from taking a turn to having stored it, merchant's answer included.",
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const deliveries = new Counter({
    name: "meetbot_deliveries_total",
    help: "Queries sent to merchants, by method and outcome.",
    labelNames: ["method", "outcome"],
    registers,
  });
  const persons = new Counter({
    name: "meetbot_person_requests_total",
    help: "Turns in which a customer asked for a person.",
    registers,
  });
  new Gauge({
    name: "meetbot_open_streams",
    help: "Event streams open on this node.",
    registers,
    collect() {
      this.set(openStreams());
    },
  });
  return {
    registry,
    onTurn({ seconds, turn }) {
      turns.observe(seconds);
      for (const { method, outcome } of turn.deliveries) deliveries.inc({ method, outcome });
      if (turn.personAsked) persons.inc();
    },
  };
}
