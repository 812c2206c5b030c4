import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Held, ReturnReason } from "@meetbot/model/desk/holder.ts";
import { elsewhere } from "../store/mailbox/held.ts";
import { silentHours } from "../store/outbox/outbox-steps.ts";
import { opensMenu } from "./choice-tokens.ts";

/** Who answers an event: the bot or not; `back` is the reason why the bot answers again. */
export type Answering = { bot: false } | { bot: true; back: ReturnReason | null };

/** Words by which a customer returns from an agent to the bot, if they write nothing else. */
const menuWords: ReadonlySet<string> = new Set([
  ...["bot", "menu", "start over", "menú", "menü", "机器人", "機器人", "菜单", "選單"],
]);

const hourMs = 3_600_000;

/**
 * When another app of the page answers, the outbox is silent for a day, and events during that time are marked as
 * quiet. An event that arrives sooner than that without the mark came before the app took over, or in the same moment.
 */
const surelyElsewhereMs = (silentHours - 1) * hourMs;

/**
 * Decides who answers an event. Only a person silences the bot. The bot returns when the customer wants it (the menu,
 * "Get started"), or when that person has written nothing for long. When another app of the page answers, the platform
 * sets how long.
 */
export function whoAnswers(
  held: Held,
  event: EventContent,
  { now, idleHours }: { now: number; idleHours: number },
): Answering {
  // A customer update is no answer: the bot sends it even while somebody else answers.
  if (event.kind === "news") return { bot: true, back: null };
  if (event.quiet) return { bot: false };
  if (held.holder !== "person") return { bot: true, back: null };
  if (!isCustomers(event)) return { bot: false };
  if (held.by === elsewhere) {
    const isStill = held.atMs !== null && now - held.atMs < surelyElsewhereMs;
    return isStill ? { bot: false } : { bot: true, back: "idle" };
  }
  if (wantsBot(event)) return { bot: true, back: "menu" };
  const isIdle = held.atMs !== null && now - held.atMs >= idleHours * hourMs;
  return isIdle ? { bot: true, back: "idle" } : { bot: false };
}

function wantsBot(event: EventContent): boolean {
  switch (event.kind) {
    case "start":
      return true;
    case "tap":
      return opensMenu(event.payload);
    case "text":
      return isMenuWord(event.text);
    default:
      return false;
  }
}

/** The customer wrote nothing but that they want the bot. */
export const isMenuWord = (text: string): boolean =>
  menuWords.has(text.normalize("NFKC").trim().toLowerCase());

/** Events for returning, ratings due and news are not messages from the customer. */
const isCustomers = ({ kind }: EventContent) =>
  kind !== "returned" && kind !== "rating_due" && kind !== "news";

/** A person is to read it: one holds the conversation in the inbox, or was called. */
export const isForPerson = ({ holder, by }: Held, event: EventContent): boolean =>
  holder !== "bot" && by !== elsewhere && event.kind !== "start" && isCustomers(event);
