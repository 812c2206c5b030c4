import type { Wish } from "@meetbot/model/conversation/ask.ts";
import type { Fact, Recognition } from "@meetbot/model/conversation/recognition.ts";
import { comparableNumber, type OrderFilter } from "@meetbot/protocol";
import type { DialogContext } from "../dialogs/moves.ts";

/** How many numbers of one message are looked up; more would be a list of guesses. */
const maxNumbers = 3;

/** A number that the customer typed, and whether they called it a package's. */
export interface TypedNumber {
  value: string;
  isPackage: boolean;
}

/** What a customer wants to see, as far as they specified it. */
export interface Wanted {
  wish: Wish;
  filter: OrderFilter | null;
  /** The account that owns the orders: an email address, or a telephone number if the bot accepts those. */
  email: string | null;
  numbers: TypedNumber[];
  /** More numbers were typed than are looked up. */
  leavesOut: boolean;
}

/** Derives the customer's request from a recognition. */
export function wantedBy(
  said: Recognition,
  { accountKind }: Pick<DialogContext, "accountKind">,
): Wanted {
  const { entities, about, concern, filter } = said;
  const typed = numbersIn(said);
  const numbers = typed.slice(0, maxNumbers);
  const isOneOfSeveral = numbers.length > 1;
  return {
    wish: {
      goal: said.intent === "package_track" ? "packages" : "orders",
      facts: asksForUnpaid(said) ? ["count"] : about,
      concern,
      words: numbers.length > 0 && about.length === 0 ? null : wordsOf(said),
      narrowing: narrowingOf(said),
      isOneOfSeveral,
    },
    filter,
    email: accountIn(entities, accountKind),
    numbers,
    leavesOut: typed.length > numbers.length,
  };
}

/** Digits that may as well be an order number do not name an account. */
function accountIn(
  { emails, phones = [] }: Recognition["entities"],
  kind: DialogContext["accountKind"],
): string | null {
  const [email] = kind === "phone" ? [] : emails;
  return (email ?? phones.find(({ number }) => number === null))?.value ?? null;
}

/** Facts that surveys do not cover: total shipping costs, the cheapest carrier. */
const ofNoOrder: ReadonlySet<Fact> = new Set<Fact>(["shipping", "discount", "carrier"]);

/** Whether the customer asks, as in “Which ones are unpaid”, for the list of unpaid orders and their number. */
const asksForUnpaid = ({ narrowing, filter }: Recognition) =>
  narrowing?.survey === "paid" && filter === "unpaid";

function narrowingOf(said: Recognition): Wish["narrowing"] {
  const { narrowing, about } = said;
  if (!narrowing || !(asksForUnpaid(said) || about.some((fact) => ofNoOrder.has(fact))))
    return narrowing;
  const { survey: _, ofOneToo: __, onScreen: ___, ...rest } = narrowing;
  return Object.keys(rest).length > 0 ? rest : null;
}

/** Returns the text without emails and numbers. */
function wordsOf({ text, entities }: Recognition): string {
  const { emails, phones = [], orderNumbers, packageNumbers } = entities;
  const given = [...emails, ...phones, ...orderNumbers, ...packageNumbers];
  return given.reduce((words, one) => words.replaceAll(one.text, " "), text);
}

/** Returns the numbers of a message in their order of appearance, without duplicates. */
function numbersIn({ entities, bareIdentifier }: Recognition): TypedNumber[] {
  const found = [
    ...entities.orderNumbers.map((one) => ({ ...one, isPackage: false })),
    ...entities.packageNumbers.map((one) => ({ ...one, isPackage: true })),
  ].sort((a, b) => a.start - b.start);
  const bare =
    bareIdentifier && found.length === 0 ? [{ value: bareIdentifier, isPackage: false }] : [];
  const seen = new Set<string>();
  return [...bare, ...found].flatMap(({ value, isPackage }) => {
    const name = comparableNumber(value);
    if (seen.has(name)) return [];
    seen.add(name);
    return [{ value, isPackage }];
  });
}
