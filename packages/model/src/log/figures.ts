import type { Delivery } from "../shop/delivery.ts";

/** A bot's figures for a period. They outlive the conversations. */
export interface Figures {
  /** Conversations that began in the period and in which the customer wrote or tapped something. */
  conversations: number;
  /** Of these, conversations with a query to the shop in their first day. */
  withQuestion: number;
  /**
   * Of these conversations: a question was answered, nothing was missed or asked again, no refusal was last, no answer
   * got a thumbs down, and the customer did not ask for a person.
   */
  selfServed: number;
  /** Of these, conversations in which the customer asked for a person. */
  handedOver: number;
  /** Of them: the customer repeated the same question shortly after. */
  askedAgain: number;
  /** Of these conversations: the customer left after a refusal or a miss without asking for a person. */
  leftAfterRefusal: number;
  /** Answers that customers rated as helpful, and those rated as not helpful. */
  thumbsUp: number;
  thumbsDown: number;
  /** Topics besides orders that customers asked about, and those that were answered in the shop's own words. */
  topicsAsked: number;
  topicsAnswered: number;
  /** Messages and taps of customers. */
  messages: number;
  /** Messages that customers wrote. */
  utterances: number;
  /** Utterances that were not understood, including those for which the bot's follow-up question did not help. */
  notUnderstood: number;
  /** Utterances about something that the bot cannot look up. */
  otherTopics: number;
  /** Questions to the shop, by outcome. */
  answered: number;
  notFound: number;
  unavailable: number;
}

/** How often customers asked about a topic in a period, and how often the shop's own words answered it. */
export interface TopicTally {
  topic: string;
  asked: number;
  answered: number;
}

/** The number of deliveries in one part of the time with the same outcome and about the same duration. */
export interface DeliveryTally extends Pick<Delivery, "method" | "outcome"> {
  /** Which part of the time, from 0. */
  part: number;
  durationClass: number;
  deliveries: number;
}
