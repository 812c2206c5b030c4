import type { ContextMatches } from "./phrases.ts";

/** Whether it points at what is shown: "it", "that one", 这单. */
export const refersBack = ({ pointers }: ContextMatches): boolean => pointers.length > 0;
