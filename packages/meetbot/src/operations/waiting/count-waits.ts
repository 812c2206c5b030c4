import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { WaitKind } from "@meetbot/model/log/waits.ts";
import { officeTime } from "../../dialog/hours/office-hours.ts";
import type { WaitingStore } from "../../store/waiting/waiting-store.ts";

/** The dependencies of counting waits. */
export interface CountWaitsDeps {
  waiting: Pick<WaitingStore, "endedWaits" | "countWait">;
  botOf(botId: string): Promise<Bot | null>;
  onWait(wait: { kind: WaitKind; seconds: number }): void;
}

const maxAtOnce = 200;

/**
 * Counts how long customers waited for agents, within the agents' office hours. Returns the number of waits counted.
 */
export async function countWaits({ waiting, botOf, onWait }: CountWaitsDeps): Promise<number> {
  let counted = 0;
  for (const wait of await waiting.endedWaits(maxAtOnce)) {
    const bot = await botOf(wait.botId);
    if (!bot) continue;
    const seconds = Math.round(officeTime(bot, wait.from.getTime(), wait.to.getTime()) / 1000);
    if (!(await waiting.countWait(wait, seconds))) continue;
    onWait({ kind: wait.kind, seconds });
    counted += 1;
  }
  return counted;
}
