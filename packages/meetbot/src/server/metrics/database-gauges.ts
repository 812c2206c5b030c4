import { Gauge, type Registry } from "prom-client";

/** The state of a node's database when the metrics are read. */
export interface DatabaseSizes {
  clock: { aheadMs(): number };
  /** Whether hints from other nodes arrive at once; `null` if unknown. */
  isHeard(): boolean | null;
}

/** Creates the gauges with which operators monitor a node and its database. */
export function createDatabaseGauges(registers: Registry[], { clock, isHeard }: DatabaseSizes) {
  new Gauge({
    name: "meetbot_clock_ahead_seconds",
    help: "How far this machine's clock is ahead of the database's; negative: behind.",
    registers,
    collect() {
      this.set(clock.aheadMs() / 1_000);
    },
  });
  new Gauge({
    name: "meetbot_hints_heard",
    help: "1 while this node hears at once what others tell through the database; 0: it asks every few seconds.",
    registers,
    collect() {
      this.set(isHeard() === false ? 0 : 1);
    },
  });
}
