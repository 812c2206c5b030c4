import type { Loader } from "astro/loaders";
import type { Page } from "./reading/page.ts";
import { findPages } from "./reading/find-pages.ts";
import { leadLinks } from "./reading/lead-links.ts";
import { base, root } from "./site.ts";

/** Hands Astro the pages as they are in the checkout, with links that lead through the site. */
export const pagesLoader: Loader = {
  name: "meetbot-pages",
  async load({ store, parseData, renderMarkdown, generateDigest, config }) {
    store.clear();
    const pages = findPages(root);
    for (const page of pages) {
      const id = idOf(page);
      const { body } = leadLinks(page, { root, pages, base });
      const { title, description } = page;
      const data = await parseData({ id, data: { title, description } });
      // Starlight takes for a page of its own, and in its language, what lies there.
      const fileURL = new URL(`content/docs/${id}.md`, config.srcDir);
      const rendered = await renderMarkdown(body, { fileURL });
      store.set({ id, data, body, digest: generateDigest(body), rendered });
    }
  },
};

/** Pages of Chinese are below `zh`, whose first page is called by that alone. */
function idOf({ locale, slug }: Page): string {
  if (locale === "en") return slug;
  return slug === "index" ? "zh" : `zh/${slug}`;
}
