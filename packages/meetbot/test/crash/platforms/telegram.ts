import { EventEmitter } from "node:events";
import { startTelegramSimulator } from "../../../src/telegram-simulator/start-telegram-simulator.ts";
import type { Mishap, SentMessage } from "../../../src/telegram-simulator/state.ts";
import type { CgroupScope } from "../../fixtures/machine.ts";
import type { Random } from "../../fixtures/random.ts";

export const telegramToken = `7000000001:${"a".repeat(35)}`;
const telegramId = 7_000_000_001;

/** The base URL of the webhook, as registered with Telegram: any node that listens. */
export const publicBase = "https://chat.example.com";

/** What is refused comes again after so long; Telegram takes longer, and customers have no time. */
const againAfterMs = 50;

/** Telegram's side of a bot: its API with its bad moments, and the way of updates to the webhook. */
export interface TelegramSide {
  url: string;
  /** Emits `called` with each call as it arrives, and a chat with each message to it. */
  happenings: EventEmitter;
  /** From now on calls meet mishaps, and updates go to the webhook of one of these nodes. */
  open(node: () => Promise<string>): void;
  /** Resolves when the update is acknowledged. */
  say(user: string, text: string): Promise<void>;
  sent: readonly SentMessage[];
  settled(): Promise<void>;
  counts(): { telegramMishaps: number; updatesAgain: number };
}

export async function startTelegramSide(
  scope: CgroupScope,
  { random }: { random: Random },
): Promise<TelegramSide> {
  const happenings = new EventEmitter().setMaxListeners(0);
  const counts = { telegramMishaps: 0, updatesAgain: 0 };
  let node: (() => Promise<string>) | null = null;
  const telegram = await startTelegramSimulator({
    bots: [{ token: telegramToken, name: "Shop", username: "shop_bot" }],
    maxPerSecond: 1_000,
    repeatAfterMs: () => againAfterMs,
    async reach(address) {
      if (!node) throw new Error("Nothing goes to the webhook before it is open.");
      return address.replace(publicBase, await node());
    },
    mishapOf() {
      happenings.emit("called");
      if (!node) return {};
      const mishap = chooseMishap(random);
      if (Object.keys(mishap).length > 1) counts.telegramMishaps += 1;
      return mishap;
    },
    onCall({ sent }) {
      if (sent) happenings.emit(String(sent.chat), sent);
    },
    onPush({ status }) {
      if (status !== 200) counts.updatesAgain += 1;
    },
  });
  scope.after(() => telegram.close());
  return {
    ...{ url: telegram.url, happenings, sent: telegram.sent },
    open(url) {
      node = url;
    },
    say: (user, text) => telegram.say(telegramId, Number(user), text),
    settled: () => telegram.settled(),
    counts: () => counts,
  };
}

/** Each call takes its time, and few have bad luck. */
function chooseMishap(random: Random): Mishap {
  const delayMs = random.below(random.percent(10) ? 600 : 200);
  const luck = random.below(1_000);
  if (luck < 40) return { delayMs, ...(luck < 30 ? { breaks: true } : { vanishes: true }) };
  if (luck < 55) return { delayMs, error: { code: 500, description: "Internal Server Error" } };
  if (luck < 70) return { delayMs, proxySays: 502 };
  if (luck < 74) {
    return { delayMs, error: { code: 429, description: "Too Many Requests", retryAfterS: 1 } };
  }
  return { delayMs };
}
