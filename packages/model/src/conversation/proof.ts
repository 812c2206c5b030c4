import type { Order, Package } from "@meetbot/protocol";

/** Something the customer showed to know or to be. */
export interface Proof {
  kind: "account" | "number";
  /** Normalized email or number. */
  value: string;
  /**
   * `typed`: written by the customer. `listed`: a number typed, and listed by the account typed with
   * it. `signed`: an account vouched for by the shop's server. `code`: an account whose mailbox a code
   * was read in. `link`: an account that was signed in at the shop while the chat was linked with it. `owned`: a number listed by an account that is proved.
   */
  source: "typed" | "listed" | "signed" | "code" | "link" | "owned";
  /** Unix milliseconds. */
  at: number;
  expires: number;
}

/** How much of one item may be shown; see the table in ARCHITECTURE.md, "Who may see what". */
export type Level = 0 | "package" | 1 | 2;

/** An order as a customer may see it. */
export interface SeenOrder extends Order {
  /** `YYYY-MM`, on the shop's clock: the only date that level 0 shows, and only in an account's list. */
  placed_month?: string;
  /** The package that contains the item, redacted to what may be shown, if the package was queried too. */
  parcel?: Partial<Package>;
}

/** An item reduced to what its level allows. Only `identity/redact.ts` creates one. */
export interface Shown<Item> {
  level: Level;
  /** When the proof behind the level ends (Unix milliseconds); `null` if no proof was needed. */
  expires: number | null;
  /** Fields hidden at this level are absent; at level 0 the number is masked: `····8902` or `····`. */
  item: Partial<Item>;
}
