import type { RatedHolder } from "../conversation/waiting.ts";

/** What customers wait for: an agent's first reply, and the resolution. */
export type WaitKind = "first_reply" | "resolution";

/** The number of waits of one kind and of about the same duration, in one part of the time. */
export interface WaitTally {
  part: number;
  kind: WaitKind;
  durationClass: number;
  count: number;
}

/** The number of ratings with one value, in one part of a period. */
export interface RatingTally {
  part: number;
  holder: RatedHolder;
  value: number;
  count: number;
}
