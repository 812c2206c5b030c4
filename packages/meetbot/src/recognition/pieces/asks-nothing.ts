import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { isOrder } from "../is-order.ts";
import { isOpener } from "./openers.ts";

/** Longer messages contain a request or statement. */
const maxPieceLength = 40;

/** A number or an address is enough for a request. */
const given = /[\p{Nd}@]/u;

/** The confidences of the rules for an utterance that only names an order; weighing hardly ever gives exactly these. */
const namedAt: readonly number[] = [0.8, 0.5];

const asks = /[?？呢吗嗎么麼]/u;

/** Whether a text may be an opener at all: all that most texts cost. */
export const mayAskNothing = (text: string): boolean =>
  text.length <= maxPieceLength && !given.test(text);

/**
 * Checks whether a message on its own asks for nothing: it greets, checks whether anybody is there, or announces a
 * question. Customers who send a thought in pieces often begin like this.
 */
export function asksNothing(said: Recognition): boolean {
  if (!mayAskNothing(said.text) || !givesNothing(said)) return false;
  if (isOpener(said.text)) return true;
  const isGreeting = said.intent === "greeting" && said.decision === "act";
  const isNeutral = said.about.length === 0 && said.concern === null && !said.refersBack;
  return isGreeting && isNeutral && !said.isOtherLanguage && said.ofPeople !== "human";
}

/** Checks whether a message names an order or a parcel and says nothing about it: “my order”, 我的快递. */
export function namesOnly(said: Recognition): boolean {
  const isNamed = isOrder(said.intent) && namedAt.includes(said.confidence);
  const isAsked = said.about.some((fact) => fact !== "status") || asks.test(said.text);
  const isShort = mayAskNothing(said.text);
  return isNamed && isShort && !isAsked && said.concern === null && givesNothing(said);
}

/** Nothing in it can be looked up, chosen or counted. */
const givesNothing = ({ entities, ...said }: Recognition): boolean =>
  [entities.emails, entities.orderNumbers, entities.packageNumbers, entities.phones ?? []].every(
    ({ length }) => length === 0,
  ) &&
  [said.bareIdentifier, said.code, said.picked, said.filter, said.topic, said.narrowing].every(
    (one) => one === null,
  ) &&
  said.ordinals.length === 0;
