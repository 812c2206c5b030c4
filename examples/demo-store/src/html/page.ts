import type { Shop } from "../database/shop.ts";

/** What a browser is answered with. */
export interface StorePage {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/**
 * Sent with every page. Nothing runs in them but the chat, whose server alone it may talk to, and
 * the script of its buttons; nothing frames them; forms go to the shop alone, and other sites do not learn which order somebody
 * was looking at.
 */
export function toSafeguards({ url, chat, news }: Shop): Readonly<Record<string, string>> {
  return {
    "content-security-policy": [
      "default-src 'none'",
      ...(chat ? [`script-src 'self' ${chat.url}`, `connect-src ${chat.url}`] : []),
      "style-src 'self'",
      // The chat shows pictures by their full address, also to who came by the name localhost.
      `img-src 'self' ${url} data:`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      // By this name the chat makes the address of the worker that shows news.
      `trusted-types ${chat && news ? "meetbot-push" : "'none'"}`,
    ].join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
  };
}

/** HTML for one visitor: nothing keeps it, so that "back" shows no orders after signing out. */
export function toHtmlPage(html: string, status = 200): StorePage {
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  return { status, headers, body: html };
}

/** A worker that is nothing but one of another server's. */
export function toWorkerPage(script: string): StorePage {
  const policy = `default-src 'none'; script-src ${new URL(script).origin}`;
  const { headers, ...page } = toPublicPage("text/javascript", `importScripts("${script}");\n`);
  return { ...page, headers: { ...headers, "content-security-policy": policy } };
}

/** Something that is the same for everybody. */
export function toPublicPage(type: string, body: string): StorePage {
  return { status: 200, headers: { "content-type": type }, body };
}

/** Sends the browser to another page of the shop, which it asks for with GET (303, See Other). */
export function toRedirect(path: string, cookie?: string): StorePage {
  const headers = { location: path, "cache-control": "no-store" };
  return {
    status: 303,
    headers: cookie ? { ...headers, "set-cookie": cookie } : headers,
    body: "",
  };
}
