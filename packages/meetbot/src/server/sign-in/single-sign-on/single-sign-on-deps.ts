import type { SingleSignOn } from "../../../single-sign-on/single-sign-on.ts";
import type { Store } from "../../../store/store.ts";

/** What sign-in by a company's identity provider needs. */
export interface SingleSignOnDeps extends Pick<Store, "operators" | "signIns"> {
  /** `null`: operators sign in here only. */
  singleSignOn: Pick<SingleSignOn, "settings" | "provider"> | null;
  ownOrigins: readonly string[];
  /** Tells the operator of the server why nobody was let in, by codes alone. */
  onFault(codes: Record<string, string | null>): void;
}
