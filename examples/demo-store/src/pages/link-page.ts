import { isLink, linkParameter } from "@meetbot/sdk";
import { confirmLink, type LinkAnswer, unlinkChats } from "../chat/ask-meetbot.ts";
import type { Shop } from "../database/shop.ts";
import { escapeHtml, toProse } from "../html/html.ts";
import { inLanguage } from "../html/in-language.ts";
import { type StorePage, toHtmlPage, toRedirect } from "../html/page.ts";
import { toSignInPath } from "../visits/return-path.ts";
import type { Visit } from "../visits/visit.ts";
import { toNotFound, toNotice } from "./render-notice.ts";
import { renderPage } from "./render-page.ts";

/** Where Meetbot sends customers of other chats than the shop's own: the bot's link page. */
export const linkPath = "/link";

/** Where the account page ends all links. */
export const unlinkPath = "/unlink";

const title = "Link a chat 关联聊天";

/**
 * Asks the signed-in shopper whether the chat is theirs. Opening the page changes nothing yet, since previews and
 * prefetching open it too. A guest signs in first and then returns here.
 */
export function toLinkPage(shop: Shop, visit: Visit): StorePage {
  const link = visit.query.get(linkParameter);
  if (!shop.identity || !shop.chat) return toNotFound(shop, visit);
  if (!isLink(link)) return toLinkOver(shop, visit);
  if (!visit.visitor.shopper) {
    return toRedirect(toSignInPath(`${linkPath}?${linkParameter}=${link}`));
  }
  const body = `${renderQuestion(visit, visit.visitor.shopper)}
${renderForm(link, `<button class="strong">${toProse("Yes, this is my chat 是的，这是我的聊天")}</button>`)}`;
  return toHtmlPage(renderPage(shop, visit, { title, body }));
}

/** Links the chat with the account of the session, whatever the form says beside the link. */
export async function submitLink(
  shop: Shop,
  visit: Visit,
  form: URLSearchParams,
): Promise<StorePage> {
  const { identity, chat } = shop;
  const link = form.get("link");
  const { shopper } = visit.visitor;
  if (!identity || !chat) return toNotFound(shop, visit);
  if (!shopper || !isLink(link)) return toLinkOver(shop, visit);
  const also = form.get("also") === "yes";
  if (form.get("instead") === "yes") await unlinkChats(chat, identity, shopper.email);
  const answer = await confirmLink(chat, identity, { account: shopper.email, link, also });
  return toAnswered(shop, visit, link, answer);
}

/** Ends all chat links of the signed-in shopper. */
export async function submitUnlink(shop: Shop, visit: Visit): Promise<StorePage> {
  const { identity, chat } = shop;
  const { shopper } = visit.visitor;
  if (!identity || !chat || !shopper) return toNotFound(shop, visit);
  const isDone = await unlinkChats(chat, identity, shopper.email);
  return isDone
    ? toNotice(shop, visit, {
        status: 200,
        title: "Unlinked 已解除关联",
        english: "No chat outside of this shop shows your orders any more.",
        chinese: "本店之外的聊天不会再显示您的订单。",
      })
    : toFailed(shop, visit);
}

function toAnswered(shop: Shop, visit: Visit, link: string, answer: LinkAnswer): StorePage {
  switch (answer.kind) {
    case "code":
      return toHtmlPage(renderPage(shop, visit, { title, body: renderCode(visit, answer.code) }));
    case "already_linked":
      return toHtmlPage(renderPage(shop, visit, { title, body: renderChoice(visit, link) }), 409);
    case "over":
      return toLinkOver(shop, visit);
    case "failed":
      return toFailed(shop, visit);
  }
}

function renderQuestion(visit: Visit, { name, email }: { name: string; email: string }): string {
  const who = `${escapeHtml(name)} (${escapeHtml(email)})`;
  return `<p>${inLanguage(visit, "A chat in Messenger asks to see the orders of:", "一个 Messenger 聊天想查看以下账户的订单：")} <strong>${who}</strong></p>
<p class="note">${inLanguage(
    visit,
    "Go on only if you came here from your own chat with us. If somebody sent you this link, close this page: they would see your orders and addresses.",
    "只有从您自己与本店的聊天来到这里时，才可以继续。如果链接是别人发给您的，请关闭本页：否则对方会看到您的订单和地址。",
  )}</p>`;
}

function renderForm(link: string, ...buttons: string[]): string {
  return `<form class="steps" method="post" action="${linkPath}">
<input type="hidden" name="link" value="${escapeHtml(link)}">
${buttons.join("\n")}
</form>`;
}

function renderChoice(visit: Visit, link: string): string {
  const text = inLanguage(
    visit,
    "Another chat is linked with your account already. If you do not know it, choose this one only: the other is unlinked.",
    "您的账户已经关联了另一个聊天。如果您不认得它，请选择只关联这个，另一个会被解除。",
  );
  const only = toProse("This one only 只关联这个");
  const both = toProse("Both are mine 两个都是我的");
  return `<p>${text}</p>
${renderForm(
  link,
  `<button class="strong" name="instead" value="yes">${only}</button>`,
  `<button name="also" value="yes">${both}</button>`,
)}`;
}

/** Shown once and to nobody else: with these digits the chat sees everything. */
function renderCode(visit: Visit, code: string): string {
  return `<p>${inLanguage(visit, "Type these digits in your chat within 5 minutes:", "请在 5 分钟内把这几位数字发到您的聊天里：")}</p>
<p class="digits" id="meetbot-code">${escapeHtml(code)}</p>
<p class="note">${inLanguage(visit, "Type them in your own chat with us, and tell them to nobody else.", "只发到您自己与本店的聊天里，不要告诉其他任何人。")}</p>`;
}

function toLinkOver(shop: Shop, visit: Visit): StorePage {
  return toNotice(shop, visit, {
    status: 410,
    title: "This link is over 链接已失效",
    english: "Links are valid for 5 minutes and work once. Ask the chat for a new one.",
    chinese: "链接 5 分钟内有效，只能用一次。请在聊天里重新获取。",
  });
}

function toFailed(shop: Shop, visit: Visit): StorePage {
  return toNotice(shop, visit, {
    status: 502,
    title: "That did not work 没有成功",
    english: "The chat cannot be reached at the moment. Please try again.",
    chinese: "暂时无法连接聊天，请稍后再试。",
  });
}
