import type { RatedHolder } from "../conversation/waiting.ts";

/** What customers wait for: the first reply of a person, and the end of the matter. */
export type WaitKind = "first_reply" | "resolution";

/** The number of waits of one kind and of about the same duration, in one part of the time. */
export interface WaitTally {
  part: number;
  kind: WaitKind;
  durationClass: number;
  count: number;
}

/** So many ratings of one value, in one part of a time. */
export interface RatingTally {
  part: number;
  holder: RatedHolder;
  value: number;
  count: number;
}
