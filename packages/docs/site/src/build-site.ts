import { cpSync, existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { satteri } from "@astrojs/markdown-satteri";
import starlight from "@astrojs/starlight";
import { build } from "astro";
import { passthroughImageService } from "astro/config";
import { listForModels } from "../../src/list-for-models.ts";
import { findPages } from "../../src/reading/find-pages.ts";
import { rewriteLinks } from "../../src/reading/rewrite-links.ts";
import { sidebarOf } from "../../src/sidebar.ts";
import { base, root } from "../../src/site.ts";
import { licensesOf } from "./licenses-of.ts";
import { plainCorners } from "./plain-corners.ts";

const here = fileURLToPath(new URL("..", import.meta.url));
const pages = findPages(root);

const broken = pages.flatMap((page) => rewriteLinks(page, { root, pages, base }).broken);
if (broken.length > 0) {
  console.error(
    `Links of the documentation lead nowhere:\n${broken.map((link) => `  ${link}`).join("\n")}`,
  );
  process.exit(1);
}

await build({
  root: here,
  configFile: false,
  base,
  trailingSlash: "always",
  // Silences warnings about intentional omissions.
  logLevel: "error",
  image: { service: passthroughImageService() },
  // Keep straight quotes: readers may paste the text into a terminal.
  markdown: {
    processor: satteri({ hastPlugins: [plainCorners], features: { smartPunctuation: false } }),
  },
  // The server's policy allows no inline style and few inline scripts, by their hashes.
  build: { inlineStylesheets: "never" },
  vite: {
    build: { assetsInlineLimit: 0 },
  },
  // Pages are loaded when they are opened: over a phone's line most never are.
  prefetch: false,
  integrations: [
    starlight({
      title: { en: "Meetbot", "zh-CN": "Meetbot" },
      locales: { root: { label: "English", lang: "en" }, zh: { label: "简体中文", lang: "zh-CN" } },
      sidebar: sidebarOf(pages),
      customCss: ["./src/site.css"],
      // Each server hosts a copy: search engines must not list one in place of another.
      head: [
        { tag: "meta", attrs: { name: "robots", content: "noindex" } },
        { tag: "script", attrs: { type: "module", src: `${base}scrolling.js` } },
      ],
      expressiveCode: {
        defaultProps: { frame: "none" },
        styleOverrides: { codeFontSize: "0.8125rem" },
      },
      credits: false,
    }),
  ],
});

const built = join(here, "dist");
const pictures = join(root, "docs/pictures");
if (existsSync(pictures)) cpSync(pictures, join(built, "pictures"), { recursive: true });
writeFileSync(join(built, "licenses.txt"), licensesOf(join(here, "node_modules")));
// The last file: by its age is seen whether the site is older than its pages.
writeFileSync(join(built, "llms.txt"), listForModels(pages, base));
// Astro must build here to find its own versions of packages; the site is served from `../dist`.
const shown = join(here, "../dist");
rmSync(shown, { recursive: true, force: true });
renameSync(built, shown);
