import type { Phase } from "./chat.ts";

const over = ["ended", "unidentified", "refused"] as const;

/** Whether the chat accepts no further messages. */
export function isOver(phase: Phase): phase is (typeof over)[number] {
  return (over as readonly Phase[]).includes(phase);
}
