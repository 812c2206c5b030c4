/** A classifier of what an utterance is for. */
export interface Engine {
  /** Set for an engine that is called over the network: its speed is measured on this many lines only, once each. */
  speedLines?: number;
  classify(utterance: string): Verdict | Promise<Verdict>;
}

export interface Verdict {
  /** Whether it is taken for a request for an order or a parcel, and answered as one. */
  isOrder: boolean;
  /** Whether it is asked back; an engine that asks nothing leaves it out. */
  isAsked?: boolean;
  /** Any number that grows with how likely that is. */
  score: number;
}

/** Meetbot's own engine, with the language model of the environment where it is unsure. */
export const languageModelEntry = "meetbot with the language model";

export const isOrderIntent = (intent: string): boolean =>
  ["order_query", "package_track", "order_any"].includes(intent);

/** An utterance of the own grammar that peers learn from. */
export interface Lesson {
  text: string;
  intent: string;
  language: "en" | "zh";
}

/** Words for engines that know no Chinese: Latin words, single characters and pairs of them. */
export function toWords(text: string): string[] {
  const words = text.toLowerCase().match(/<[a-z]+>|[a-z0-9']+|\p{Script=Han}/gu) ?? [];
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
  return [...words, ...pairs];
}
