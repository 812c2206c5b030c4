import type { Shop } from "../database/shop.ts";
import { toProse } from "../html/html.ts";
import { inLanguage } from "../html/in-language.ts";
import { type StorePage, toHtmlPage } from "../html/page.ts";
import type { Visit } from "../visits/visit.ts";
import { renderPage } from "./render-page.ts";

interface Notice {
  status: number;
  /** Plain text in both languages. */
  title: string;
  /** Plain text, as is `chinese`. */
  english: string;
  chinese: string;
}

/** A page that only says something, with a way back. */
export function toNotice(shop: Shop, visit: Visit, notice: Notice): StorePage {
  const { status, title, english, chinese } = notice;
  const body = `<p>${inLanguage(visit, english, chinese)}</p>
<p><a href="/">${toProse("Back to the front page 返回首页")}</a></p>`;
  return toHtmlPage(renderPage(shop, visit, { title, body }), status);
}

/** The shop has nothing there for this visitor. */
export function toNotFound(shop: Shop, visit: Visit): StorePage {
  return toNotice(shop, visit, {
    status: 404,
    title: "Not found 找不到",
    english: "There is nothing here, or it is not yours to see.",
    chinese: "这里什么也没有，或者不是您能看的。",
  });
}
