import type { Package } from "@meetbot/protocol";
import type { Unavailable } from "./ask.ts";
import type { SeenOrder, Shown } from "./proof.ts";

/** An answer redacted to what this customer may see; the dialog receives nothing else. */
export type ShownAnswer =
  | { kind: "orders"; orders: Shown<SeenOrder>[]; hasNextPage: boolean }
  | { kind: "packages"; packages: Shown<Package>[]; hasNextPage: boolean }
  | { kind: "refusal"; reason: "user_not_found" | "order_not_found" }
  /**
   * The merchant was not queried because the customer has not proved the account. `account`: another one that is
   * proved.
   */
  | { kind: "proof_needed"; account: string | null }
  /** The merchant was not queried: too many attempts. `account`: a proved account, which is never limited. */
  | { kind: "limited"; retryAfterS: number; account: string | null }
  | Unavailable;
