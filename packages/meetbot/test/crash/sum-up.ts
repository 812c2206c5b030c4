import type { Conversation } from "./customer.ts";
import { overlap, type Span, type Troubles } from "./outcomes.ts";

/** What a trouble held up is answered by then. */
const overAfterMs = 5_000;

/** What customers of one channel went through. */
export interface ChannelReport {
  conversations: number;
  messages: number;
  /** From first saying something to having its last reply. */
  p50Ms: number;
  p99Ms: number;
  maxPauseMs: number;
  /**
   * The same by what fell into it: a node that stood still, a database that was away, a part of which
   * nobody knew whether it had arrived, or nothing but kills.
   */
  longestPauseByFreezeMs: number;
  longestPauseByDatabaseMs: number;
  longestPauseByDoubtMs: number;
  longestPauseByKillsMs: number;
}

type Cause = "freeze" | "database" | "doubt";

/** Sums up what came of all conversations on a channel. */
export function sumUp(conversations: Conversation[], troubles: Troubles): ChannelReport {
  const waits = conversations.flatMap(({ waits: own, uncertain }) => {
    const spans = { freeze: troubles.freezes, database: troubles.databaseAway, doubt: uncertain };
    return own.map((wait) => ({ ...wait, causes: causesOf(wait, spans) }));
  });
  const longestBy = (...causes: Cause[]) =>
    quantile(
      waits.filter((wait) => String(wait.causes) === String(causes)),
      1,
    );
  return {
    conversations: conversations.length,
    messages: waits.length,
    p50Ms: quantile(waits, 0.5),
    p99Ms: quantile(waits, 0.99),
    maxPauseMs: quantile(waits, 1),
    longestPauseByFreezeMs: longestBy("freeze"),
    longestPauseByDatabaseMs: longestBy("database"),
    longestPauseByDoubtMs: longestBy("doubt"),
    longestPauseByKillsMs: longestBy(),
  };
}

/** Adds up counts, name by name. */
export function addUp(all: Record<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const counts of all) {
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}

function causesOf(wait: Span, spans: Record<Cause, Span[]>): Cause[] {
  return (Object.keys(spans) as Cause[]).filter((cause) =>
    spans[cause].some(({ from, to }) => overlap({ from, to: to + overAfterMs }, wait)),
  );
}

/** The longest of the shortest waits, of which there is such a share. */
function quantile(waits: Span[], share: number): number {
  const sorted = waits.map(({ from, to }) => to - from).sort((a, b) => a - b);
  return Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
}
