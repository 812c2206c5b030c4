import { type AnswerBook, emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Feedback } from "@meetbot/model/conversation/feedback.ts";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { ModelCall } from "@meetbot/model/conversation/model-command.ts";
import type { Picture } from "@meetbot/model/conversation/picture.ts";
import type { OutboundReply, VisibleReply } from "@meetbot/model/conversation/reply.ts";
import type { LoggedMessage, SendingStatus } from "@meetbot/model/log/conversation-log.ts";
import type { LoggedDelivery } from "@meetbot/model/log/delivery-log.ts";
import type { Rendered } from "../../../channels/messenger/rendering/rendering.ts";
import { withKnownStages } from "../../../channels/with-known-stages.ts";
import { withoutName } from "../../../channels/without-name.ts";
import { maskText } from "../../../merchant/masking/mask-text.ts";
import { phonesOf } from "../../../recognition/entities/read-phone.ts";
import { createMessengerLook } from "../messenger/messenger-look.ts";
import { type Explanation, explainUtterance } from "./explain-utterance.ts";
import { maskReply } from "./mask-reply.ts";

/** One entry of a transcript as an operator reads it. */
export type ToldEntry = {
  seq: number;
  at: Date;
  redactedAt: Date | null;
} & (
  | {
      from: "bot";
      locale: Locale;
      reply: Omit<VisibleReply, "locale">;
      /** The same message as Messenger would show it, whatever the channel. */
      messenger: Rendered;
      sending: SendingStatus;
      failure?: LoggedMessage["failure"];
      feedback: Feedback | null;
    }
  | {
      from: "person";
      /** The agent's name, as customers see it. */
      name: string;
      locale: Locale;
      reply: Omit<VisibleReply, "locale">;
      messenger: Rendered;
      sending: SendingStatus;
      failure?: LoggedMessage["failure"];
    }
  | {
      from: "customer";
      /** A tap has the title of its choice as its text; opening the chat and pictures have an empty text. */
      event: EventContent["kind"];
      text: string;
      /** The stored pictures that came with the message. */
      pictures: readonly Picture[];
      /** `null`: nothing was to be understood. */
      recognition: Explanation | null;
      /** The language model's call in the message's turn; `null` when there was none. */
      languageModel: ModelCall | null;
      /** The queries to the shop in the message's turn, and the replays by operators since. */
      deliveries: LoggedDelivery[];
    }
);

/** What serializing a transcript needs. */
export interface TellingDeps {
  bot: Pick<
    Bot,
    "locale" | "orderNumberFormat" | "accountKind" | "phoneCountry" | "timeZone" | "contact"
  >;
  deliveries: readonly LoggedDelivery[];
  /** The shop's own answers of today; empty by default. */
  book?: AnswerBook;
  isMasked: boolean;
}

/**
 * Returns a function that serializes a transcript as the customer saw it at the time: it shows what a proof allowed
 * then although the proof has ended since, unlike the customer's own window. Feed it from the first message on, for it
 * resolves taps by choices offered before them.
 */
export function createTelling({ bot, deliveries, book = emptyBook, isMasked }: TellingDeps) {
  const titles = new Map<string, string>();
  const asked = groupByTurn(deliveries);
  const inMessenger = createMessengerLook(bot.timeZone);
  let locale = bot.locale;
  const show = (text: string) => (isMasked ? maskText(text, bot.orderNumberFormat) : text);

  return (message: LoggedMessage): ToldEntry => {
    const { seq, at, redactedAt } = message;
    const facts = { seq, at, redactedAt };
    if (message.from !== "customer") {
      const shown = asShown(message.reply, isMasked, bot.contact);
      const { locale: said, ...reply } = withKnownStages(withoutName(shown));
      locale = said;
      for (const { payload, title } of message.reply.choices ?? []) titles.set(payload, title);
      const looks = { locale: said, reply, messenger: inMessenger(shown, at) };
      const { failure } = message;
      const onWay = { sending: message.sending ?? "sent", ...(failure && { failure }) };
      const sent = { ...facts, ...looks, ...onWay };
      return message.from === "person"
        ? { ...sent, from: "person", name: message.name }
        : { ...sent, from: "bot", feedback: message.feedback };
    }
    const { content } = message.event;
    const { pictures } = message;
    const told = { ...facts, from: "customer" as const, event: content.kind, pictures };
    const { modelCall } = message;
    const turn = { deliveries: asked(seq), recognition: null, languageModel: modelCall };
    if (content.kind === "start") {
      locale = content.locale ?? locale;
      return { ...told, text: "", ...turn };
    }
    if (content.kind === "tap") {
      return { ...told, text: show(titles.get(content.payload) ?? "…"), ...turn };
    }
    if (content.kind !== "text") return { ...told, text: "", ...turn };
    const { orderNumberFormat } = bot;
    const known = { fallbackLocale: locale, orderNumberFormat, book, phones: phonesOf(bot) };
    const recognition = redactedAt ? null : explainUtterance(content.text, known, isMasked);
    return { ...told, text: show(content.text), ...turn, recognition };
  };
}

/** Payloads open something in the customer's conversation: they stay here. */
function asShown(stored: OutboundReply, isMasked: boolean, contact: Bot["contact"]): VisibleReply {
  const shown = itemsOf(stored);
  const reply = isMasked
    ? maskReply(shown, { contact, personal: stored.ofOrder?.personal ?? [] })
    : shown;
  const choices = reply.choices?.map(({ title }, place) => ({ title, payload: `choice:${place}` }));
  return choices ? { ...reply, choices } : reply;
}

function itemsOf({
  expires: _,
  ofAccount: __,
  ofOrder: ___,
  ...stored
}: OutboundReply): VisibleReply {
  switch (stored.kind) {
    case "text": {
      // It names the conversation to the shop's page: for its customer alone.
      const { link: _, ...said } = stored;
      return said;
    }
    case "orders":
      return { ...stored, orders: stored.orders.map(({ item }) => item) };
    case "packages":
      return { ...stored, packages: stored.packages.map(({ item }) => item) };
  }
}

/** Groups deliveries by the message whose turn sent them; replays follow the delivery that they repeat. */
function groupByTurn(deliveries: readonly LoggedDelivery[]) {
  const turns = Map.groupBy(deliveries, ({ seq }) => seq);
  const replays = Map.groupBy(deliveries, ({ replayOf }) => replayOf);
  return (seq: number): LoggedDelivery[] =>
    (turns.get(seq) ?? []).flatMap((one) => [one, ...(replays.get(one.id) ?? [])]);
}

/** Returns deliveries stored before deliveries recorded their turn: they have no place in the transcript. */
export function withoutPlace(deliveries: readonly LoggedDelivery[]): LoggedDelivery[] {
  return deliveries.filter(
    ({ seq, replayOf, askedBy }) => seq === null && replayOf === null && askedBy === null,
  );
}
