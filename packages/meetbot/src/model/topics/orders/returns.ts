import { topic } from "../topic.ts";

/** Sending something back: how, until when, who pays. */
export const returns = topic({
  id: "returns",
  concern: "return",
  isOfOrder: true,
});
