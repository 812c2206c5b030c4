import { createHash } from "node:crypto";
import type { OperatorLocale } from "@meetbot/conformance/operator-locale.ts";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import { problem } from "../../platform/http/problem.ts";
import { frontPageWords } from "./front-page-words.ts";

/** `GET /`: shows people who open the server's address what it is and where to go next. */
export function showFrontPage(c: Context, isDemo: boolean): Response | Promise<Response> {
  if (!wantsPage(c)) return notFoundPage(c);
  const locale = localeOf(c);
  const words = frontPageWords[locale];
  const toConsole = html`<li><a href="/console">${words.console}</a><br>${words.consoleHint}</li>`;
  const toDocs = html`<li><a href="/docs">${words.docs}</a><br>${words.docsHint}</li>`;
  const ways = isDemo
    ? html`<ul>
<li><a href="/demo">${words.shop}</a><br>${words.shopHint}</li>
<li><a href="/demo/mailbox">${words.mailbox}</a><br>${words.mailboxHint}</li>
${toConsole}
${toDocs}
</ul>`
    : html`<ul>
${toConsole}
${toDocs}
</ul>
<p>${words.chats} <code>/chat/{bot_id}</code></p>`;
  return toPage(c, 200, locale, words.title, html`<p>${words.what}</p>\n${ways}`);
}

/** Returns the response for an unknown address: a page for a person, a problem for a program. */
export function notFoundPage(c: Context): Response | Promise<Response> {
  if (!wantsPage(c)) {
    c.header("Vary", "Accept", { append: true });
    return problem(c, 404, "not_found", `There is nothing at ${c.req.path}.`);
  }
  const locale = localeOf(c);
  const { nothing, nothingHint, home } = frontPageWords[locale];
  const body = html`<p>${nothingHint}</p>\n<p><a href="/">${home}</a></p>`;
  return toPage(c, 404, locale, nothing, body);
}

/** Returns the response for `/docs` in a checkout where the documentation is not built yet. */
export function docsMissingPage(c: Context): Response | Promise<Response> {
  if (!wantsPage(c)) {
    c.header("Vary", "Accept", { append: true });
    return problem(c, 503, "docs_not_built", docsNotBuilt);
  }
  const locale = localeOf(c);
  const { noDocs, noDocsHint, noDocsYet, home } = frontPageWords[locale];
  const body = html`<p>${noDocsHint} <code>npm run docs</code></p>
<p>${noDocsYet}</p>
<p><a href="/">${home}</a></p>`;
  return toPage(c, 503, locale, noDocs, body);
}

const docsNotBuilt =
  "The documentation is not built yet. Run `npm run docs` in the checkout, then load this page again.";

/**
 * Checks whether a browser requests a page: browsers list HTML in `Accept` when a person opens an address; scripts and
 * tools do not.
 */
export function wantsPage(c: Context): boolean {
  return /\btext\/html\b/i.test(c.req.header("accept") ?? "");
}

/** Browsers put the language they like best first. */
export function localeOf(c: Context): OperatorLocale {
  const accepted = c.req.header("accept-language") ?? "";
  return /(?:^|,)\s*(en|zh)\b/i.exec(accepted)?.[1]?.toLowerCase() === "zh" ? "zh" : "en";
}

const style = `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;color:light-dark(#1d2330,#e9ecf2);background:light-dark(#f4f6fa,#14171d);font:1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
main{box-sizing:border-box;width:min(34rem,100% - 2rem);margin:1rem;padding:clamp(1.5rem,6vw,2.5rem);background:light-dark(#fff,#1e222b);border-radius:1.25rem;box-shadow:0 1px 3px #0002,0 8px 32px #0001}
h1{margin:0 0 .75rem;font-size:clamp(1.5rem,5vw,2rem);line-height:1.2}
p{margin:.75rem 0 0}
ul{margin:1.25rem 0 0;padding:0;list-style:none}
li{padding:.75rem 0;border-top:1px solid light-dark(#dde2eb,#363c48)}
li:last-child{padding-bottom:0}
a{color:light-dark(#244fc4,#9db8ff);font-weight:600;text-underline-offset:.2em}
a:focus-visible{outline:3px solid;outline-offset:3px;border-radius:2px}
code{padding:.1em .35em;background:light-dark(#eef1f6,#2a303b);border-radius:.3em;font-size:.9em}`;

/** Allows only what the page needs: its one style, by hash. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

function toPage(
  c: Context,
  status: 200 | 404 | 503,
  locale: OperatorLocale,
  title: string,
  body: ReturnType<typeof html>,
): Response | Promise<Response> {
  c.header("Content-Security-Policy", policy);
  c.header("Cache-Control", "no-cache");
  c.header("Vary", "Accept, Accept-Language", { append: true });
  return c.html(
    html`<!doctype html>
<html lang="${locale === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`,
    status,
  );
}
