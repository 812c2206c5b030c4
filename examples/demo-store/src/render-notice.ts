import { escapeHtml } from "./html.ts";
import { type Page, toHtmlPage } from "./page.ts";
import { renderPage } from "./render-page.ts";
import type { Shop } from "./shop.ts";
import type { Visit } from "./visit.ts";

interface Notice {
  status: number;
  /** Plain text, as is `text`. */
  title: string;
  text: string;
}

/** A page that only says something, with a way back. */
export function toNotice(shop: Shop, visit: Visit, { status, title, text }: Notice): Page {
  const body = `<p>${escapeHtml(text)}</p>
<p><a href="/">Back to the front page</a></p>`;
  return toHtmlPage(renderPage(shop, visit, { title, body }), status);
}

/** The shop has nothing there for this visitor. */
export function toNotFound(shop: Shop, visit: Visit): Page {
  const text = "There is nothing here, or it is not yours to see.";
  return toNotice(shop, visit, { status: 404, title: "Not found", text });
}
