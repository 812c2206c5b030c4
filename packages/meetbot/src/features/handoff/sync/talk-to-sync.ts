import type { AlertLocale } from "@meetbot/model/alert/alert-kind.ts";
import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import { ownDesk } from "@meetbot/model/bridge/bridge.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import { render } from "../../../channels/text/render.ts";
import { withoutName } from "../../../channels/without-name.ts";
import { maskNumber, maskText } from "../../../merchant/masking/mask-text.ts";
import type { Talk, ToldWords } from "../form/told.ts";
import type { TalkMessage } from "../store/read-talk.ts";
import { talkWords } from "./talk-words.ts";

/** The most messages sent at once. */
export const toldAtOnce = 50;

/** How many messages back to search for the choice that a customer tapped. */
export const lookedBehind = 12;

export interface TalkOptions {
  /** The last message that the desk has received. */
  toldSeq: number;
  locale: AlertLocale;
  withNumbers: boolean;
  orderNumberFormat: OrderNumberFormat | null;
  timeZone: string;
}

type Offered = NonNullable<OutboundReply["choices"]>[number];

/**
 * Returns a transcript for an outside desk: the customer's messages as they are; the bot's masked, and without its
 * content about an order, unless the operator allows that. Leaves out what somebody wrote in the desk itself. Pure.
 */
export function talkToSync(messages: readonly TalkMessage[], options: TalkOptions): Talk {
  const { toldSeq } = options;
  const offered = new Map<string, Offered>();
  const words: ToldWords[] = [];
  let lastSeq = toldSeq;
  for (const message of messages) {
    if (message.from !== "customer") {
      for (const choice of message.reply.choices ?? []) offered.set(choice.payload, choice);
    }
    if (message.seq <= toldSeq) continue;
    lastSeq = message.seq;
    const text = message.isRedacted ? null : textOf(message, offered, options);
    if (text === null || text.trim() === "" || message.author === ownDesk.id) continue;
    const name = message.from === "person" ? message.name : null;
    words.push({ seq: message.seq, by: message.from, name, text });
  }
  const isMore = messages.length >= toldAtOnce + lookedBehind;
  return { words, lastSeq, isMore };
}

function textOf(
  message: TalkMessage,
  offered: ReadonlyMap<string, Offered>,
  options: TalkOptions,
): string | null {
  const { attached } = talkWords[options.locale];
  if (message.from !== "customer") return textOfReply(message.reply, message.from, options);
  const { content } = message.event;
  switch (content.kind) {
    case "text":
      return content.text;
    case "tap":
      return titleOf(offered.get(content.payload), options);
    case "media":
      return attached;
    default:
      return null;
  }
}

/**
 * Returns a button's title, or words in its place if the title is about an order. Earlier versions did not mark such
 * buttons: there, a button that expires with a proof has a title from its order's contents.
 */
function titleOf(
  choice: Offered | undefined,
  { locale, withNumbers, orderNumberFormat }: TalkOptions,
): string | null {
  if (!choice || withNumbers) return choice?.title ?? null;
  const isOfOrder = choice.isOfOrder === true || choice.expires !== undefined;
  return isOfOrder ? talkWords[locale].toldOfOrder : maskText(choice.title, orderNumberFormat);
}

function textOfReply(
  reply: OutboundReply,
  from: "bot" | "person",
  { locale, withNumbers, orderNumberFormat, timeZone }: TalkOptions,
): string {
  const words = talkWords[locale];
  const number = (one: string | undefined) =>
    one === undefined ? "" : ` ${withNumbers ? one : maskNumber(one)}`;
  const state = (one: string | undefined) => (one === undefined ? "" : ` · ${one}`);
  switch (reply.kind) {
    case "text": {
      // A button's page may be one at which the customer signs in.
      const { choices: _, link: __, ...said } = reply;
      const text = render(withoutName(said), { timeZone });
      if (from === "person" || withNumbers) return text;
      const isOfOrder = [reply.facts, reply.expires, reply.ofOrder].some(
        (one) => one !== undefined,
      );
      return isOfOrder ? words.toldOfOrder : maskText(text, orderNumberFormat);
    }
    case "orders":
      return reply.orders
        .map(({ item }) => `${words.order}${number(item.order_number)}${state(item.status)}`)
        .join("\n");
    case "packages":
      return reply.packages
        .map(
          ({ item }) =>
            `${words.package}${number(item.package_number)}${state(item.package_status)}`,
        )
        .join("\n");
  }
}
