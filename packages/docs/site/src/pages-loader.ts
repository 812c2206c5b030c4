import type { Loader, LoaderContext } from "astro/loaders";
import { findPages } from "../../src/reading/find-pages.ts";
import type { Page } from "../../src/reading/page.ts";
import { rewriteLinks } from "../../src/reading/rewrite-links.ts";
import { base, root } from "../../src/site.ts";

/** The pages shown for unknown URLs. */
const notFound = [
  {
    id: "404",
    title: "There is nothing here",
    body: `Perhaps the address was mistyped, or the page was moved. Search for it, or [begin at the first page](${base}).`,
  },
  {
    id: "zh/404",
    title: "这里什么也没有",
    body: `地址可能输错了，也可能这一页已经移走。可以搜索一下，或者[从第一页开始](${base}zh/)。`,
  },
];

/** Passes the checkout's pages to Astro, with links rewritten for the site. */
export const pagesLoader: Loader = {
  name: "meetbot-pages",
  async load(context) {
    context.store.clear();
    const pages = findPages(root);
    for (const page of pages) {
      const { title, description } = page;
      const { body } = rewriteLinks(page, { root, pages, base });
      await store(context, { id: idOf(page), data: { title, description }, body });
    }
    for (const { id, title, body } of notFound) {
      await store(context, { id, data: { title, pagefind: false }, body });
    }
  },
};

async function store(
  { store, parseData, renderMarkdown, generateDigest, config }: LoaderContext,
  { id, data, body }: { id: string; data: Record<string, unknown>; body: string },
): Promise<void> {
  // Starlight treats files at this path as its own pages, in the path's language.
  const fileURL = new URL(`content/docs/${id}.md`, config.srcDir);
  const rendered = await renderMarkdown(body, { fileURL });
  const parsed = await parseData({ id, data });
  store.set({ id, data: parsed, body, digest: generateDigest(body), rendered });
}

/** Chinese pages are below `zh`; their first page is `zh` itself. */
function idOf({ locale, slug }: Page): string {
  if (locale === "en") return slug;
  return slug === "index" ? "zh" : `zh/${slug}`;
}
