import type { TestContext } from "node:test";
import type { BrowserContextOptions } from "playwright-core";
import { startChatServer } from "./chat-server.ts";
import { prepareWatchedPages } from "./watched-page.ts";

interface Tag {
  /** The bot's id, where it is another than the shop's. */
  bot?: string;
  /** Attributes of the tag besides those that all have. */
  attributes?: string;
  /** What stands before it in the page's head. */
  head?: string;
  body?: string;
  /** How many tags. */
  times?: number;
  /** Of the page's `html`. */
  lang?: string;
  /** Of the browser. */
  options?: BrowserContextOptions;
}

/** Starts shops whose pages have the tag, and visits them in one browser for all tests of a file. */
export function useShops() {
  const openPage = prepareWatchedPages();

  return async function startShop(t: TestContext) {
    const pages: Record<string, { type: string; body: string }> = {};
    const server = await startChatServer(t, pages);
    return {
      ...server,
      /** Opens a shop's page in a browser without a past. */
      async visit(tag: Tag = {}) {
        const { attributes = "", head = "", body = "", times = 1, lang = "en" } = tag;
        const script = `<script async src="${server.url}/widget/loader.js" data-bot="${tag.bot ?? server.botId}" ${attributes}></script>`;
        pages["/"] = {
          type: "text/html; charset=utf-8",
          body: `<!doctype html><html lang="${lang}"><head><meta name="viewport" content="width=device-width"><title>Shop</title>${head}${script.repeat(times)}</head><body><h1>Shop</h1>${body}</body></html>`,
        };
        pages["/next"] = pages["/"];
        return watch(await openPage(t, tag.options), server);
      },
    };
  };
}

/** Opens the page, and notes what it asks the server for. */
async function watch(
  { page, told }: Awaited<ReturnType<ReturnType<typeof prepareWatchedPages>>>,
  { url, siteUrl }: { url: string; siteUrl: string },
) {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(url)) asked.push(new URL(request.url()).pathname);
  });
  await page.goto(siteUrl);
  return {
    page,
    told,
    asked: () => asked.map((path) => path.replace(/-[A-Z0-9]{8}\.js$/, "-….js")),
    launcher: page.getByRole("button", { name: "Chat with Lantern Street" }),
    window: page.getByRole("dialog"),
    says: (...args: unknown[]) =>
      page.evaluate((args) => (window.Meetbot as (...args: unknown[]) => void)(...args), args),
    /** Another page of the shop, in the same tab. */
    goOn: () => page.goto(`${siteUrl}/next`),
  };
}
