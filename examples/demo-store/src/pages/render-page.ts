import { renderChatTag } from "../chat/chat-tag.ts";
import type { Shop } from "../database/shop.ts";
import { escapeHtml, toProse } from "../html/html.ts";
import type { Visit } from "../visits/visit.ts";

interface Content {
  /** Plain text; also the heading. */
  title: string;
  /** HTML. */
  body: string;
}

/** Makes a page for one visitor. */
export function renderPage(shop: Shop, visit: Visit, { title, body }: Content): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/style.css">
${renderChatTag(shop, visit)}<header>
<a class="brand" href="/"><img src="/icon.svg" alt="" width="32" height="32">${toProse("Lantern Street 灯笼街")}</a>
<nav aria-label="Shop">${renderNavigation(shop, visit)}</nav>
</header>
<main>
<h1>${toProse(title)}</h1>
${body}
</main>
<footer>${toProse("A demo: nothing here is for sale, and nobody here is real. 这里只是演示，什么也不卖。")}</footer>
</html>
`;
}

function renderNavigation({ chat }: Shop, { visitor }: Visit): string {
  const mailbox = chat
    ? `<a href="${escapeHtml(chat.url)}/demo/mailbox">${toProse("Mailbox 邮箱")}</a>`
    : "";
  const { shopper, guestOrders } = visitor;
  if (shopper) {
    return `<a href="/account">${toProse("Orders 订单")}</a>${mailbox}
<span class="who"><a href="/account">${escapeHtml(shopper.name)}</a>
<form method="post" action="/logout"><button class="plain">${toProse("Sign out 退出")}</button></form></span>`;
  }
  const orders = guestOrders.length > 0 ? "/account" : "/?next=%2Faccount#sign-in";
  return `<a href="${orders}">${toProse("Orders 订单")}</a>${mailbox}
<span class="who"><span>You are a guest</span> <a href="/#sign-in">${toProse("Sign in 登录")}</a></span>`;
}
