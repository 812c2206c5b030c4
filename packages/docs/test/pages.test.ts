import assert from "node:assert/strict";
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { findPages } from "../src/reading/find-pages.ts";
import { readPage } from "../src/reading/read-page.ts";
import { rewriteLinks } from "../src/reading/rewrite-links.ts";
import { sidebarOf } from "../src/sidebar.ts";
import { base, root } from "../src/site.ts";

/** A checkout of these files, and what its links become. */
function checkout(t: TestContext, files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-checkout-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const pages = findPages(folder);
  return {
    pages,
    led(file: string) {
      const page = pages.find((one) => one.file === file);
      assert(page, file);
      return rewriteLinks(page, { root: folder, pages, base });
    },
  };
}

test("every page of the documentation is in the sidebar, and each of its links leads somewhere", () => {
  const pages = findPages(root);
  assert.ok(pages.length > 30, "the pages were not found");
  assert.doesNotThrow(() => sidebarOf(pages));
  assert.deepEqual(
    pages.flatMap((page) => rewriteLinks(page, { root, pages, base }).broken),
    [],
  );
  const lost = { ...pages[0]!, slug: "lost", file: "docs/lost.md" };
  assert.throws(() => sidebarOf([...pages, lost]), /docs\/lost\.md.*sidebar\.ts/);
});

test("each link of the pages that begin the checkout leads somewhere", () => {
  const pages = findPages(root);
  for (const file of ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"]) {
    const source = readFileSync(join(root, file), "utf8");
    const page = readPage(source, { file, locale: "en", slug: "readme" });
    const { broken } = rewriteLinks(page, { root, pages, base });
    const others = ["README.md", "README.zh-CN.md"].map((name) => `${file}: ${name}`);
    const pictures = page.links.filter(({ kind }) => kind === "picture");
    assert.deepEqual(
      broken.filter((link) => !others.includes(link)),
      pictures.flatMap(({ url }) => (existsSync(join(root, url)) ? [] : [`${file}: ${url}`])),
    );
  }
});

test("a Chinese page has the name of an English one", () => {
  const pages = findPages(root);
  const english = new Set(pages.filter(({ locale }) => locale === "en").map(({ slug }) => slug));
  const alone = pages.filter(({ locale, slug }) => locale === "zh" && !english.has(slug));
  assert.deepEqual(alone, []);
});

test("where the console leads to, there is a page, and the place on it, in each language that it is written in", () => {
  const pages = findPages(root);
  const sources = globSync("packages/console/src/**/*.tsx", { cwd: root });
  const places = sources.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/ docs="([\w-]+)\/(?:#([^"]+))?"/g)].map(
      ([, slug, anchor]) => ({ slug, anchor }),
    ),
  );
  assert.ok(places.length > 5, "the console's links were not found");
  for (const { slug, anchor } of places) {
    const found = pages.filter((page) => page.slug === slug);
    assert.ok(found.length > 0, slug);
    for (const { file, anchors } of found) {
      assert.ok(
        !anchor || anchors.has(anchor),
        `${file} has no #${anchor}: <a id="${anchor}"></a>`,
      );
    }
  }
});

test("links through the checkout lead through the site, and those to code become plain words", (t) => {
  const { led, pages } = checkout(t, {
    "docs/README.md": "# Start\n\nThe [guide](guide.md#a-page) and the [shop](../shop.ts).\n",
    "docs/guide.md":
      "# The `guide`\n\nAs it\nis.\n\n## A page\n\n[Up](README.md), [here](#a-page), [why](decisions/0001-why.md), `x[key](y.md)`, ![seen](pictures/a.png) <https://a.example/b.md>\n\n```js\n[no](link.md)\n```\n",
    "docs/decisions/0001-why.md": "# Why\n\n[`guide`](../guide.md)\n",
    "docs/pictures/a.png": "",
    "shop.ts": "",
  });
  assert.deepEqual(led("docs/README.md"), {
    body: "\n\nThe [guide](guide/#a-page) and the shop.\n",
    broken: [],
  });
  assert.equal(
    led("docs/guide.md").body,
    "\n\nAs it\nis.\n\n## A page\n\n[Up](../), [here](#a-page), [why](../decisions/0001-why/), `x[key](y.md)`, ![seen](/docs/pictures/a.png) <https://a.example/b.md>\n\n```js\n[no](link.md)\n```\n",
  );
  assert.equal(led("docs/decisions/0001-why.md").body, "\n\n[`guide`](../../guide/)\n");
  const guide = pages.find(({ slug }) => slug === "guide");
  assert.deepEqual([guide?.title, guide?.description], ["The guide", "As it is."]);
});

test("a link to a page, a place or a picture that is not there is named", (t) => {
  const { led } = checkout(t, {
    "docs/a.md":
      '# A\n\n[1](b.md) [2](#none) [3](a.md#a) [4](a.md#b) [5](/console/api) [6](/other) ![7](pictures/none.png) [8](#by-hand) <a id="by-hand"></a>\n',
  });
  assert.deepEqual(
    led("docs/a.md").broken,
    ["b.md", "#none", "a.md#b", "/other", "pictures/none.png"].map((url) => `docs/a.md: ${url}`),
  );
});

test("Chinese readers stay among Chinese pages, and read in English what is written in no other", (t) => {
  const { led } = checkout(t, {
    "docs/one.md": "# One\n\n## Place\n\n[Two](two.md)\n",
    "docs/two.md": "# Two\n\n[One](one.md)\n",
    "docs/zh/one.md":
      "# 一\n\n## 地方\n\n[二](../two.md) [英文](../one.md#place) [这里](one.md#地方) [未译](two.md#一节)\n",
  });
  assert.deepEqual(led("docs/zh/one.md"), {
    body: "\n\n## 地方\n\n[二](../two/) [英文](../../one/#place) [这里](./#地方) [未译](../two/)\n",
    broken: [],
  });
});

test("a page without a title is refused, with what to do", (t) => {
  assert.throws(() => checkout(t, { "docs/a.md": "Words.\n" }), /docs\/a\.md has no title.*"# …"/);
});
