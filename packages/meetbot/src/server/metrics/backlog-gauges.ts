import { Gauge, type Registry } from "prom-client";
import type { PoolUse } from "../../platform/postgres/open-pool.ts";
import type { Backlog } from "../../store/due-work/backlog.ts";
import { version } from "../../version.ts";

/** The state of a node's work when the metrics are read. */
export interface BacklogSizes {
  backlog: Backlog;
  /** Of this node to its database. */
  poolUse(): PoolUse;
}

/** Creates gauges for the waiting work, which is the same on all nodes, and for this node's capacity to handle it. */
export function createBacklogGauges(registers: Registry[], sizes: BacklogSizes) {
  const { backlog, poolUse } = sizes;
  new Gauge({
    name: "meetbot_build_info",
    help: "1, with the version that runs.",
    labelNames: ["version"],
    registers,
  }).set({ version }, 1);
  for (const [name, help, figure] of [
    ["meetbot_waiting", "What waits, by queue: 10,000 at most are counted.", "count"],
    ["meetbot_waiting_oldest_seconds", "How long the oldest of a queue waits.", "oldestS"],
  ] as const) {
    new Gauge({
      ...{ name, help, labelNames: ["queue", "channel"], registers },
      async collect() {
        const state = await backlog.look();
        this.reset();
        for (const { queue, channel, ...waiting } of state?.waiting ?? []) {
          this.set({ queue, ...(channel !== null && { channel }) }, waiting[figure]);
        }
      },
    });
  }
  new Gauge({
    name: "meetbot_last_backup_timestamp_seconds",
    help: "When the latest backup was made, in Unix time; 0: none was.",
    registers,
    async collect() {
      const state = await backlog.look();
      if (state) this.set(state.backupAtS ?? 0);
      else this.remove();
    },
  });
  new Gauge({
    name: "meetbot_database_connections",
    help: "Connections of this node to the database, by state; waiting: what waits for one.",
    labelNames: ["state"],
    registers,
    collect() {
      for (const [state, count] of Object.entries(poolUse())) this.set({ state }, count);
    },
  });
}
