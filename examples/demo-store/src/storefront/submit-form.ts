import type { IncomingMessage } from "node:http";
import type { Shop } from "../database/shop.ts";
import { type StorePage, toRedirect } from "../html/page.ts";
import { linkPath, submitLink, submitUnlink, unlinkPath } from "../pages/link-page.ts";
import { toNotFound, toNotice } from "../pages/render-notice.ts";
import { isOwnForm, readForm } from "../visits/own-form.ts";
import { endedSessionCookie } from "../visits/session-cookie.ts";
import type { Sessions } from "../visits/sessions.ts";
import type { Kept, Visit } from "../visits/visit.ts";
import { buy } from "./buy.ts";
import { changeOrder } from "./change-order.ts";
import { signIn, signOut } from "./sign-in.ts";
import { startOver } from "./start-over.ts";

const orderPath = /^\/orders\/(\w+)$/;

/** Does what a form asks for, where it comes from a page of this shop. */
export async function submitForm(
  shop: Shop,
  sessions: Sessions<Kept>,
  visit: Visit,
  request: IncomingMessage,
): Promise<StorePage> {
  if (!isOwnForm(request)) {
    // Or else any site could sign its readers in here as somebody of its choice, or order for them.
    return toNotice(shop, visit, {
      status: 403,
      title: "Nothing was done 未作更改",
      english: "Another site sent this form. Use the buttons of this shop.",
      chinese: "这个表单来自别的网站。请用本店的按钮。",
    });
  }
  const form = await readForm(request);
  if (!form) {
    return toNotice(shop, visit, {
      status: 400,
      title: "This form cannot be read 表单无法读取",
      english: "Send the fields as a form of at most 4 KiB, with its length.",
      chinese: "请以表单发送各栏，不超过 4 KiB，并注明长度。",
    });
  }
  const { path, visitor, sessionId } = visit;
  if (path === "/login") return signIn(shop, sessions, visit, form);
  if (path === "/logout") return signOut(sessions, visit);
  if (path === "/orders") return buy(shop, sessions, visit, form);
  if (path === linkPath) return submitLink(shop, visit, form);
  if (path === unlinkPath) return submitUnlink(shop, visit);
  if (path === "/start-over") {
    startOver(shop.database, visitor);
    if (visitor.shopper) return toRedirect("/account");
    sessions.end(sessionId);
    return toRedirect("/", endedSessionCookie);
  }
  const number = orderPath.exec(path)?.[1];
  return number ? changeOrder(shop, visit, number, form) : toNotFound(shop, visit);
}
