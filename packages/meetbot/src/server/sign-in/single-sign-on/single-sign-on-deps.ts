import type { SingleSignOn } from "../../../single-sign-on/single-sign-on.ts";
import type { Store } from "../../../store/store.ts";

/** The dependencies of sign-in by a company's identity provider. */
export interface SingleSignOnDeps extends Pick<Store, "operators" | "signIns"> {
  /** `null`: operators sign in here only. */
  singleSignOn: Pick<SingleSignOn, "settings" | "provider"> | null;
  ownOrigins: readonly string[];
  /** Reports to the operator of the server why a sign-in failed, as codes only. */
  onFault(codes: Record<string, string | null>): void;
}
