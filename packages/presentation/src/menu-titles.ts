import type { PhraseKey } from "./text/say.ts";

/** The title of each menu item, on buttons and wherever else a channel shows the menu. */
export const menuTitles = {
  orders: "choiceOrders",
  packages: "choicePackages",
  help: "choiceHelp",
  person: "choicePerson",
  start_over: "choiceStartOver",
  sign_out: "choiceSignOut",
} as const satisfies Record<string, PhraseKey>;
