import { findOwnOrders } from "./find-orders.ts";
import { escapeHtml, toProse } from "./html.ts";
import type { Shop } from "./shop.ts";
import type { Visit } from "./visit.ts";

/** Sentences to type into the chat; one click selects a whole one, because no script may copy it. */
export function renderTryIt(shop: Shop, { visitor }: Visit): string {
  const [newest] = findOwnOrders(shop, visitor);
  const sentences = visitor.shopper
    ? [
        "where is my order?",
        "我的包裹到哪了？",
        ...(newest ? [`show order ${newest.order_number}`] : []),
        "which orders are unpaid?",
      ]
    : [
        newest
          ? `where is my order ${newest.order_number}?`
          : "where is my order? my email is yilia@meetbot.biz",
        "show order 1042, my email is yilia@meetbot.biz",
        "我的订单 MBHG4N75RBTE 到哪了？",
        "track 1Z999AA10392661508",
      ];
  const lesson = visitor.shopper
    ? "Ask the bot one of these. You are signed in and this shop vouches for you, so it shows you all of your orders. Buy, pay or ship something, and ask again."
    : "Ask the bot one of these. A typed email proves nothing, so it tells you little, until a code by email or signing in proves who you are.";
  const open = shop.chat
    ? `<a class="button" href="/?chat=open">${toProse("Open the chat 打开聊天")}</a>`
    : "";
  return `<section class="panel try" aria-labelledby="try">
<div>
<h2 id="try">${toProse("Try it 试试看")}</h2>
<p>${escapeHtml(lesson)}</p>
${open}
</div>
<ul class="sentences" aria-label="Sentences for the bot">
${sentences.map((sentence) => `<li>${toProse(sentence)}</li>`).join("\n")}
</ul>
</section>`;
}
