import { topic } from "../topic.ts";

/** What came is broken, not complete, or something else. */
export const damaged = topic({
  id: "damaged",
  concern: "damaged",
  isOfOrder: true,
});
