import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { DocsLocale, Page, PageLink } from "./page.ts";

/** The possible targets of links. */
export interface LeadLinksDeps {
  /** The checkout. */
  root: string;
  pages: readonly Page[];
  /** The site's own address: `/docs/`. */
  base: string;
}

/** A page whose links point into the site, and its broken links. */
export interface LedPage {
  body: string;
  broken: string[];
}

/** Server addresses that pages may link to; the server serves them next to the site. */
const ofTheServer = ["/console", "/api/openapi.json"];

/**
 * Rewrites a page's links, which are written for a checkout, so that they work in the site. Links to code, which the
 * site does not show, become plain words.
 */
export function rewriteLinks(page: Page, deps: LeadLinksDeps): LedPage {
  const broken: string[] = [];
  let body = "";
  let at = page.bodyStart;
  for (const link of page.links) {
    const led = rewriteLink(link, page, deps);
    if (led === "broken") broken.push(`${page.file}: ${link.url}`);
    if (led === "broken" || led === "as it is" || link.start < at) continue;
    body += page.source.slice(at, link.start) + write(link, led, page.source);
    at = link.end;
  }
  return { body: body + page.source.slice(at), broken };
}

type Led = { url: string } | "plain words" | "as it is" | "broken";

function rewriteLink({ url, kind }: PageLink, page: Page, deps: LeadLinksDeps): Led {
  if (/^[a-z][a-z+.-]*:/i.test(url)) return "as it is";
  if (url.startsWith("/")) {
    return ofTheServer.some((own) => url === own || url.startsWith(`${own}/`))
      ? "as it is"
      : "broken";
  }
  const [path = "", anchor] = url.split("#", 2);
  const file = path ? posix.join(posix.dirname(page.file), decodeURI(path)) : page.file;
  const target = deps.pages.find((one) => one.file === file);
  if (target) {
    if (anchor !== undefined && !target.anchors.has(decodeURI(anchor))) return "broken";
    if (!path) return "as it is";
    const place = placeOf(target, localeBehind(page, target, deps.pages));
    return { url: relativeTo(page, place) + (anchor === undefined ? "" : `#${anchor}`) };
  }
  const standIn = deps.pages.find(({ slug }) => file === `docs/zh/${slug}.md`);
  if (standIn) return { url: relativeTo(page, placeOf(standIn, "zh")) };
  if (!existsSync(join(deps.root, file))) return "broken";
  if (kind === "link") return "plain words";
  return file.startsWith("docs/") ? { url: deps.base + file.slice("docs/".length) } : "broken";
}

/**
 * Returns the locale to link to. A link from a Chinese page to an English file leaves the Chinese site only if the
 * target has a Chinese translation. Otherwise the English page stands in for the Chinese one, in `zh`.
 */
function localeBehind(page: Page, target: Page, pages: readonly Page[]): DocsLocale {
  if (page.locale === target.locale) return page.locale;
  const isTranslated = pages.some(({ locale, slug }) => locale === "zh" && slug === target.slug);
  return isTranslated ? target.locale : "zh";
}

/** Pages are folders: `protocol/`, `zh/protocol/`. */
function placeOf({ slug }: Page, locale: DocsLocale): string {
  return (locale === "zh" ? "zh/" : "") + (slug === "index" ? "" : `${slug}/`);
}

/** Returns a relative link, so that an English page that stands in for a Chinese one links to Chinese pages. */
function relativeTo(page: Page, place: string): string {
  const relative = posix.relative(placeOf(page, page.locale), place);
  return relative === "" ? "./" : `${relative}/`;
}

function write(link: PageLink, led: { url: string } | "plain words", source: string): string {
  const words = source.slice(link.wordsStart, link.wordsEnd);
  if (led === "plain words") return words;
  if (link.kind === "link") return `[${words}](${led.url})`;
  return `${words.slice(0, words.lastIndexOf("]("))}](${led.url})`;
}
