import { renderOpenChat, renderSentence } from "../chat/chat-buttons.ts";
import type { Shop } from "../database/shop.ts";
import { toProse } from "../html/html.ts";
import { inLanguage } from "../html/in-language.ts";
import { findOwnOrders } from "../orders/find-orders.ts";
import type { Visit } from "../visits/visit.ts";

/** What a visitor can ask the bot, in sentences that are said by a tap, and what that teaches. */
export function renderTryIt(shop: Shop, visit: Visit): string {
  const [newest] = findOwnOrders(shop, visit.visitor);
  const sentences = visit.visitor.shopper
    ? toShopperSentences(visit, newest?.order_number)
    : toGuestSentences(visit, newest?.order_number);
  return `<section class="panel try" aria-labelledby="try">
<div>
<h2 id="try">${toProse("Try it 试试看")}</h2>
<p>${renderLesson(visit, newest !== undefined)}</p>
${renderOpenChat(shop)}
</div>
<ul class="sentences" aria-label="Sentences for the bot">
${sentences.map((sentence) => `<li>${renderSentence(shop, sentence)}</li>`).join("\n")}
</ul>
</section>`;
}

/** In the visitor's language, and one in the other: the bot understands both. */
function toShopperSentences({ locale }: Visit, newest: string | undefined): string[] {
  if (locale === "zh") {
    const detail = newest ? [`看一下订单 ${newest}`] : [];
    return ["我的包裹到哪了？", "查一下我的订单", ...detail, "where is my order?"];
  }
  const detail = newest ? [`show order ${newest}`] : [];
  return ["where is my order?", ...detail, "which orders are unpaid?", "我的包裹到哪了？"];
}

function toGuestSentences({ locale }: Visit, newest: string | undefined): string[] {
  if (locale === "zh") {
    return [
      newest ? `我的订单 ${newest} 到哪了？` : "我的订单 MBHG4N75RBTE 到哪了？",
      "订单 1042，我的邮箱是 yilia@meetbot.biz",
      "查运单号 1Z999AA10392661508",
      "where is my order? my email is yilia@meetbot.biz",
    ];
  }
  return [
    newest ? `where is my order ${newest}?` : "where is my order? my email is yilia@meetbot.biz",
    "show order 1042, my email is yilia@meetbot.biz",
    "track 1Z999AA10392661508",
    "我的订单 MBHG4N75RBTE 到哪了？",
  ];
}

function renderLesson(visit: Visit, hasOrders: boolean): string {
  if (!visit.visitor.shopper) {
    return inLanguage(
      visit,
      "Ask the bot one of these. A typed email proves nothing, so it tells you little, until a code by email or signing in proves who you are. Or order something below as a guest, and ask for it by its number.",
      "向机器人问其中一句。只输入邮箱不能证明什么，所以它说得很少；用邮件验证码或登录证明身份后，就能看到全部。也可以以访客身份在下面下单，再用订单号来问。",
    );
  }
  return hasOrders
    ? inLanguage(
        visit,
        "Ask the bot one of these. You are signed in and this shop vouches for you, so it shows you all of your orders. Buy, pay or ship something, and ask again.",
        "向机器人问其中一句。您已登录，本店为您担保，所以它会给您看您的全部订单。下单、付款或发货后再问一次。",
      )
    : inLanguage(
        visit,
        "You have no orders yet, so the bot has none to show. Order something from the shelves below, then ask: it knows at once.",
        "您还没有订单，机器人也就没有可看的。在下面的货架上下一单再问，它马上就知道。",
      );
}
