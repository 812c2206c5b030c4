import type { PhraseKey } from "./text/say.ts";

/** The choice that a customer tapped and the text shown with it; the shop words its own checkout. */
interface ConsentWording {
  choice?: PhraseKey;
  told: PhraseKey;
}

/**
 * The texts that customers agreed to, by the number stored with their consent. A phrase whose meaning changes becomes a
 * new phrase with a new number: the text that a customer agreed to never changes.
 */
export const consentWordings = {
  1: { choice: "choiceKeepPosted", told: "newsOfOrder" },
  2: { choice: "choiceKeepPosted", told: "newsOfPackage" },
  3: { choice: "choiceKeepPostedAll", told: "newsOfAll" },
  4: { told: "newsFromShop" },
} as const satisfies Record<number, ConsentWording>;

/** The number of the wording in use today. */
export const wordingOf = { order: 1, package: 2, account: 3, shop: 4 } as const satisfies Record<
  string,
  keyof typeof consentWordings
>;
