import type { ReplyLink, SaidText } from "../../chat/reply.ts";
import type { ChatWords } from "../parts/words.ts";
import { splitLinks } from "./split-links.ts";
import { h, isWebUrl } from "./tools.ts";

/** Renders a text of the bot, the shop or the operator with its links: text nodes and links, never markup. */
export function LinkedText({ text, link, links = [], ofShop }: SaidText, { phrases }: ChatWords) {
  const toPage = ({ title, url }: ReplyLink, look?: string) => (
    <a class={look} href={url} target="_blank" rel="noopener noreferrer">
      {title}
      <span class="unseen"> {phrases.newTab}</span>
    </a>
  );
  const pages = link ? [link, ...links] : links;
  return [
    ofShop && <small>{phrases.fromShop}</small>,
    ...splitLinks(text, isWebUrl).map(({ text: title, href }) =>
      href ? isWebUrl(href) ? toPage({ title, url: href }) : <a href={href}>{title}</a> : title,
    ),
    ...pages.filter(({ url }) => isWebUrl(url)).map((page) => toPage(page, "button page")),
  ];
}
