import type { Shop } from "../database/shop.ts";
import { type StorePage, toRedirect } from "../html/page.ts";
import { findShopper } from "../visits/find-shopper.ts";
import { toSessionCookie } from "../visits/session-cookie.ts";
import type { Sessions } from "../visits/sessions.ts";
import type { Kept, Visit } from "../visits/visit.ts";
import { signOut, toNobody } from "./sign-in.ts";

/**
 * `/demo/visit?as=<email>` and `?as=guest`: a link from outside into the shop as somebody. A link
 * that signs in is for shops alone that know no passwords; no real shop may have it.
 */
export function openVisitLink(shop: Shop, sessions: Sessions<Kept>, visit: Visit): StorePage {
  const as = visit.query.get("as") ?? "";
  if (as === "guest") return signOut(sessions, visit);
  const shopper = findShopper(shop, as);
  if (!shopper) return toNobody(shop, visit);
  sessions.end(visit.sessionId);
  return toRedirect("/", toSessionCookie(sessions.start({ email: shopper.email })));
}
