import type { BrowserContextOptions, Page } from "playwright-core";
import { lendPage } from "../lend-page.ts";
import { shareBrowser } from "../shared-browser.ts";
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

/** The gallery of this process: it never changes. */
let gallery: ReturnType<typeof serveGallery> | undefined;

/** Opens pages of the gallery, in the browser that the test's process has. */
export function useGallery() {
  const browser = shareBrowser();

  return async function open(
    parameters: Record<string, string>,
    options: BrowserContextOptions = screens.desktop,
  ): Promise<OpenedGallery> {
    gallery ??= serveGallery();
    const { url } = await gallery;
    const { page, giveBack } = await lendPage(await browser(), options);
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      // A picture that is gone is part of the gallery.
      const isLost = message.location().url.endsWith("/gone.svg");
      if (/error|warning/.test(message.type()) && !isLost) complaints.push(message.text());
    });
    const show = async (shown: Record<string, string>) => {
      await page.goto(`${url}?${new URLSearchParams(shown)}`);
      await page
        .locator("[data-whole] :is(.window, .entries)")
        .first()
        .waitFor({ state: "attached" });
    };
    await show(parameters);
    return { page, complaints, show, [Symbol.asyncDispose]: giveBack };
  };
}
