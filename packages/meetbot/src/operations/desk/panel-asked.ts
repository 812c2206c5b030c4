import type { AnswerBook } from "@meetbot/model/answers/answer-book.ts";
import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Intent } from "@meetbot/model/conversation/recognition.ts";
import { outcomeGroups } from "@meetbot/model/delivery-outcomes.ts";
import type { LoggedMessage } from "@meetbot/model/log/conversation-log.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import { comparableNumber, ProtocolError, parseAnswer, parseQuery } from "@meetbot/protocol";
import { type PhoneReading, recognize } from "../../recognition/recognize.ts";
import type { ReadDelivery } from "../../store/logs/read-deliveries.ts";

/** Something that a customer wrote about, by name. */
export interface AskedMatter {
  seq: number;
  at: Date;
  intent: Intent;
  topic: string | null;
  /** The shop's name for a topic of its own. */
  topicName: string | null;
}

/** A number that a customer named, and whether the shop has something of that number. */
export interface NamedNumber {
  /** `null` if neither the customer nor the shop stated the kind. */
  kind: "order" | "package" | null;
  number: string;
  shop: "known" | "unknown" | "not_asked";
}

/**
 * Limits: how many of the customer's last texts are parsed again, and how many questions and numbers the panel lists.
 */
const lastTexts = 60;
const maxAsked = 8;
const maxNumbers = 20;

/** Returns the customer's latest questions, newest first, and the numbers they named. */
export function readAsked(
  messages: readonly LoggedMessage[],
  deliveries: readonly ReadDelivery[],
  reading: {
    locale: Locale;
    orderNumberFormat: OrderNumberFormat | null;
    phones: PhoneReading | null;
    book: AnswerBook;
  },
): { asked: AskedMatter[]; numbers: NamedNumber[] } {
  const { locale: fallbackLocale, ...known } = reading;
  const asked: AskedMatter[] = [];
  const numbers = new Map<string, NamedNumber>();
  const said = saidByShop(deliveries);
  const nameOf = (topic: string | null) =>
    reading.book.ownTopics.find(({ id }) => id === topic)?.name ?? null;
  for (const { seq, at, text } of textsOf(messages)) {
    const { intent, topic, entities, bareIdentifier } = recognize(text, {
      fallbackLocale,
      ...known,
    });
    if (intent !== "other" || topic) {
      const id = topic?.id ?? null;
      asked.push({ seq, at, intent, topic: id, topicName: nameOf(id) });
    }
    const bare = bareIdentifier ? [{ kind: null, number: bareIdentifier }] : [];
    const named = [
      ...entities.orderNumbers.map((one) => ({ kind: "order" as const, number: one.value })),
      ...entities.packageNumbers.map((one) => ({ kind: "package" as const, number: one.value })),
      ...bare,
    ];
    for (const { kind, number } of named) {
      const key = comparableNumber(number);
      const told = said.get(key);
      if (numbers.has(key) || numbers.size >= maxNumbers) continue;
      numbers.set(key, { kind: told?.kind ?? kind, number, shop: told?.shop ?? "not_asked" });
    }
  }
  return { asked: asked.slice(0, maxAsked), numbers: [...numbers.values()] };
}

/** The customer's texts, the last first. */
function textsOf(messages: readonly LoggedMessage[]) {
  return messages
    .flatMap((message) => {
      if (message.from !== "customer" || message.redactedAt) return [];
      const { content } = message.event;
      return content.kind === "text"
        ? [{ seq: message.seq, at: message.at, text: content.text }]
        : [];
    })
    .slice(-lastTexts)
    .toReversed();
}

type Told = Pick<NamedNumber, "kind" | "shop">;

/** Returns the shop's answer about each number that was queried; a number may be an order's or a package's. */
function saidByShop(deliveries: readonly ReadDelivery[]): Map<string, Told> {
  const said = new Map<string, Told>();
  for (const { delivery } of deliveries) {
    const told = readTold(delivery);
    if (told === null) continue;
    const before = said.get(told.key);
    if (before?.shop === "known" || (before && told.shop !== "known")) continue;
    said.set(told.key, told);
  }
  return said;
}

function readTold(delivery: Delivery): (Told & { key: string }) | null {
  const query = readQuery(delivery.requestBody);
  if (!query || query.method === "test" || "userAccount" in query) return null;
  const group = outcomeGroups[delivery.outcome];
  if (group !== "answered" && group !== "no") return null;
  const [kind, number] =
    "orderNumber" in query
      ? (["order", query.orderNumber] as const)
      : (["package", query.packageNumber] as const);
  const key = comparableNumber(number);
  if (group === "no" || isEmpty(query, delivery)) return { key, kind: null, shop: "unknown" };
  return { key, kind, shop: "known" };
}

type AnyQuery = NonNullable<ReturnType<typeof readQuery>>;

function readQuery(body: string) {
  try {
    return parseQuery(body);
  } catch (error) {
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}

/** Shops may also answer "not found" with an empty list. An answer that the log truncated does not count as empty. */
function isEmpty(query: AnyQuery, { exchanges }: Delivery): boolean {
  // An order without packages so far still exists.
  if (query.method === "packages" && "orderNumber" in query) return false;
  try {
    const answer = parseAnswer(query, exchanges.at(-1)?.responseBody ?? "");
    if (answer.kind === "orders") return answer.orders.length === 0;
    return answer.kind === "packages" && answer.packages.length === 0;
  } catch (error) {
    if (error instanceof ProtocolError) return false;
    throw error;
  }
}
