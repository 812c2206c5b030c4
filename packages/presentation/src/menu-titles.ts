import type { PhraseKey } from "./text/say.ts";

/** What each item of the menu is called, on buttons and wherever else a channel shows the menu. */
export const menuTitles = {
  orders: "choiceOrders",
  packages: "choicePackages",
  help: "choiceHelp",
  person: "choicePerson",
  start_over: "choiceStartOver",
  sign_out: "choiceSignOut",
} as const satisfies Record<string, PhraseKey>;
