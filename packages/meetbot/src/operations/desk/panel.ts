import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import { outcomeGroups } from "@meetbot/model/delivery-outcomes.ts";
import type { LoggedConversation } from "@meetbot/model/log/conversation-log.ts";
import type { LoggedDelivery } from "@meetbot/model/log/delivery-log.ts";
import { formatNextOpen } from "@meetbot/presentation";
import { comparableAccount } from "@meetbot/protocol";
import { nextOpening } from "../../dialog/hours/next-opening.ts";
import { accountProofs } from "../../identity/proofs.ts";
import { phonesOf } from "../../recognition/entities/read-phone.ts";
import type { Store } from "../../store/store.ts";
import { liveBook } from "../answers/live-book.ts";
import { mailAddressOf } from "../waiting/send-reply-mails.ts";
import { type AskedMatter, type NamedNumber, readAsked } from "./panel-asked.ts";
import { readShown, type ShownItem } from "./panel-shown.ts";

/** The facts about a customer, from records alone: loading them queries nobody. */
export interface Panel {
  logged: LoggedConversation;
  locale: Locale;
  /** Until when the channel accepts messages from a person; `null` if always. */
  windowEndsAt: Date | null;
  /** Whether agents' answers are also sent by mail if the customer does not see them in time. */
  isMailed: boolean;
  /** The proofs that are valid now. */
  proofs: Proof[];
  /** The account that they proved to be theirs. */
  account: Proof | null;
  asked: AskedMatter[];
  numbers: NamedNumber[];
  shown: ShownItem[];
  failed: LoggedDelivery[];
  notUnderstood: number;
  customerName: string | null;
  /** When agents answer next, as text for the customer; `null` if unknown. */
  nextOpen: string | null;
  earlier: Pick<LoggedConversation, "id" | "channel" | "startedAt" | "activeAt">[];
}

export interface PanelDeps
  extends Pick<
    Store,
    "answers" | "clock" | "conversationLog" | "deliveryLog" | "desk" | "waiting"
  > {
  /** How many hours after the customer's last message the channel accepts an agent's reply; `null` if always. */
  windowHoursOf(channel: string): number | null;
  /** Checks whether agents' answers over a channel can also be sent by email. */
  mailsReplies(channel: string): boolean;
}

/** How many of a conversation's last messages, and of its latest deliveries, are read. */
const lastMessages = 400;
const lastDeliveries = 60;

const hourMs = 3_600_000;

/** Returns the panel of a conversation, or `null` if there is no such conversation. */
export async function readPanel(
  ref: ConversationRef,
  bot: Bot,
  deps: PanelDeps,
): Promise<Panel | null> {
  const { desk, conversationLog, deliveryLog, answers, waiting, windowHoursOf } = deps;
  const { botId, conversationId } = ref;
  const [logged, view] = await Promise.all([conversationLog.find(ref), desk.view(ref)]);
  if (!logged || !view) return null;
  const first = Math.max(0, view.lastSeq - lastMessages);
  const [messages, deliveries, book, left] = await Promise.all([
    conversationLog.messagesAfter(ref, first, lastMessages),
    deliveryLog.read(botId, { conversationId }, { limit: lastDeliveries, below: null }),
    liveBook(answers, botId),
    deps.mailsReplies(logged.channel) ? waiting.leftEmailOf(ref) : null,
  ]);
  const now = deps.clock.now();
  const proofs = (view.state?.proofs ?? []).filter(({ expires }) => expires > now);
  const [account = null] = accountProofs(proofs, now);
  const locale = view.state?.dialog.locale ?? bot.locale;
  const { orderNumberFormat } = bot;
  const reading = { locale, orderNumberFormat, phones: phonesOf(bot), book };
  const ofCustomer = deliveries.rows.filter(({ logged: { askedBy } }) => askedBy === null);
  const shown = readShown(messages);
  const opening = nextOpening(bot, { zone: view.state?.dialog.zone, now });
  const hours = windowHoursOf(logged.channel);
  return {
    ...{ logged, locale, proofs, account, shown },
    ...readAsked(messages, ofCustomer, reading),
    windowEndsAt: hours === null ? null : new Date(logged.activeAt.getTime() + hours * hourMs),
    isMailed: deps.mailsReplies(logged.channel) && mailAddressOf(left, view.state) !== null,
    failed: ofCustomer.map((one) => one.logged).filter(hasFailed),
    notUnderstood: view.notUnderstood,
    customerName: nameIn(shown, now),
    nextOpen: opening && formatNextOpen(locale, opening.at, opening.clocks),
    earlier: account ? await earlierOf(ref, account.value, desk) : [],
  };
}

function hasFailed({ outcome }: LoggedDelivery): boolean {
  const group = outcomeGroups[outcome];
  return group === "failed" || group === "unasked";
}

/** As the customer sees it on their own order at this moment. */
function nameIn(shown: readonly ShownItem[], now: number): string | null {
  for (const one of shown) {
    const isSeen = one.level === 2 && (one.expires === null || one.expires > now);
    const name = one.kind === "order" ? one.item.recipient_name : undefined;
    if (isSeen && name) return name;
  }
  return null;
}

/** Anyone can type an account: an earlier conversation counts only when the account was proved in it too. */
async function earlierOf(
  ref: ConversationRef,
  account: string,
  desk: PanelDeps["desk"],
): Promise<Panel["earlier"]> {
  const own = comparableAccount(account);
  const others = await desk.othersNaming(ref, account);
  return others.filter(({ proofs }) =>
    proofs.some(({ kind, value }) => kind === "account" && comparableAccount(value) === own),
  );
}
