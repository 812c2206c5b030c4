import { after, before } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "../browser.ts";
import { serveGallery } from "./serve-gallery.ts";

/** Screens on which the window is looked at. */
export const screens = {
  desktop: { viewport: { width: 1100, height: 780 } },
  phone: { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true },
  small: { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true },
} satisfies Record<string, BrowserContextOptions>;

/** A page that shows a state, and what the browser has complained about on it. */
export interface OpenedGallery extends AsyncDisposable {
  page: Page;
  complaints: string[];
  /** Shows another state on the same page. */
  show(parameters: Record<string, string>): Promise<void>;
}

/** Opens pages of the gallery in one browser for all tests of a file. */
export function useGallery() {
  let browser: Browser;
  let gallery: Awaited<ReturnType<typeof serveGallery>>;
  before(async () => {
    [browser, gallery] = await Promise.all([launchBrowser(), serveGallery()]);
  });
  after(async () => {
    await browser.close();
    await gallery[Symbol.asyncDispose]();
  });

  return async function open(
    parameters: Record<string, string>,
    options: BrowserContextOptions = screens.desktop,
  ): Promise<OpenedGallery> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      // A picture that is gone is part of the gallery.
      const isLost = message.location().url.endsWith("/gone.svg");
      if (/error|warning/.test(message.type()) && !isLost) complaints.push(message.text());
    });
    await page.exposeFunction("complain", (text: string) => void complaints.push(text));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        (window as unknown as { complain(text: string): void }).complain(
          `${event.effectiveDirective} refused`,
        );
      });
    });
    const show = async (shown: Record<string, string>) => {
      await page.goto(`${gallery.url}?${new URLSearchParams(shown)}`);
      await page.locator(".window, .entries").first().waitFor({ state: "attached" });
    };
    await show(parameters);
    return { page, complaints, show, [Symbol.asyncDispose]: () => context.close() };
  };
}
