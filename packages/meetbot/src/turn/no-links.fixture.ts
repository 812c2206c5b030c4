import type { TurnDeps } from "./turn-deps.ts";

const none = () => Promise.reject(new Error("No chat is linked here."));

/** A world in which no customer signs in at the shop. */
export const noLinks: Pick<TurnDeps, "links" | "linkPage"> = {
  links: { offer: none, check: none, end: async () => {} },
  linkPage: null,
};
