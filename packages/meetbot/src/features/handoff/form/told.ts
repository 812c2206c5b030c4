import type { DeskOpening } from "./bridge.ts";

/** The introduction of a conversation to a desk. */
export interface Introduction {
  opening: DeskOpening;
  summary: string;
}

/** One message of the transcript, as a desk receives it. */
export interface ToldWords {
  seq: number;
  by: "customer" | "bot" | "person";
  /** Of a person. */
  name: string | null;
  text: string;
}

/** The messages that the desk does not have yet, as many as are sent at once. */
export interface Talk {
  words: ToldWords[];
  /** The last message that was looked at, whether or not it has words for the desk. */
  lastSeq: number;
  isMore: boolean;
}
