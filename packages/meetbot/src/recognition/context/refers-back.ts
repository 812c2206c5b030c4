import type { ContextMatches } from "./phrases.ts";

/** Checks whether the text points at a shown item: "it", "that one", 这单. */
export const refersBack = ({ pointers }: ContextMatches): boolean => pointers.length > 0;
