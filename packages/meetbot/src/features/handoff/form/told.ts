import type { DeskOpening } from "./bridge.ts";

/** What a desk is told first of a conversation. */
export interface Introduction {
  opening: DeskOpening;
  summary: string;
}

/** One message of the transcript, as a desk is told of it. */
export interface ToldWords {
  seq: number;
  by: "customer" | "bot" | "person";
  /** Of a person. */
  name: string | null;
  text: string;
}

/** What was said that the desk does not know of yet, as far as it is told at once. */
export interface Talk {
  words: ToldWords[];
  /** The last message that was looked at, whether or not it has words for the desk. */
  lastSeq: number;
  isMore: boolean;
}
