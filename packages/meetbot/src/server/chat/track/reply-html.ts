import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import {
  orderLine,
  orderLines,
  packageLines,
  type Reader,
  readerOf,
  type SeenOrder,
  tell,
} from "@meetbot/presentation";
import { isWebUrl, type Package } from "@meetbot/protocol";
import { html } from "hono/html";
import { linksOf, textOf } from "../../../channels/text-of.ts";

export type Html = ReturnType<typeof html>;

/**
 * Returns a reply of the bot or an agent as HTML: the same lines as in other channels, with all of their text escaped.
 */
export function replyHtml(reply: VisibleReply, timeZone: string): Html {
  const reader = readerOf(reply.locale, { timeZone });
  switch (reply.kind) {
    case "text":
      return html`${paragraphs(textOf(reply, reader))}${linksOf(reply).map(
        ({ title, url }) => html`<p>${link(url, title)}</p>`,
      )}`;
    case "orders":
      return reply.orders.length > 1
        ? orderList(reply.orders, reader)
        : html`${reply.orders.map((order) => orderCard(order, reader))}`;
    case "packages":
      return html`${reply.packages.map((pkg) => packageCard(pkg, reader))}`;
  }
}

const paragraphs = (text: string) => text.split("\n").map((line) => html`<p>${line}</p>`);

const link = (url: string, title: string) =>
  html`<a href="${url}" rel="noopener noreferrer nofollow">${title}</a>`;

function orderList(orders: readonly SeenOrder[], reader: Reader): Html {
  const lines = orders.map((order) => {
    const { title, state, when } = orderLine(order, reader);
    return html`<li>${[title, state, when].filter(Boolean).join(" · ")}</li>`;
  });
  return html`<ol>${lines}</ol>`;
}

function orderCard({ order_url: url, ...order }: SeenOrder, reader: Reader): Html {
  return card(orderLines(order, reader), url, tell(reader, "viewOrder"));
}

function packageCard({ tracking_url: url, ...pkg }: Partial<Package>, reader: Reader): Html {
  return card(packageLines(pkg, reader), url, tell(reader, "trackPackage"));
}

function card([head = "", ...lines]: readonly string[], url: string | undefined, title: string) {
  const list =
    lines.length > 0 ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : "";
  const way = url && isWebUrl(url) ? html`<p>${link(url, title)}</p>` : "";
  return html`<article><h3>${head}</h3>${list}${way}</article>`;
}
