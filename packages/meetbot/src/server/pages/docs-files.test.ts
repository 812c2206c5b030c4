import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { Hono } from "hono";
import { serveDocs } from "./docs-files.ts";

const script = 'document.title = "a < b"';

const files: Readonly<Record<string, string>> = {
  "index.html": `<title>English</title><script>${script}</script><script type="module" src="/docs/_astro/a.js"></script>`,
  "404.html": "<title>Not here</title>",
  "llms.txt": "# Meetbot",
  "protocol/index.html": "<title>Protocol</title>",
  "packed/index.html.gz": "<title>Packed</title>",
  "zh/index.html": "<title>中文</title>",
  "zh/404/index.html": "<title>没有这一页</title>",
  "_astro/a.Bp3.js": "// hashed",
  "pagefind/pagefind.js": "// asked for",
};

/** A server of a build of some files, each with its content. */
function built(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-docs-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name.endsWith(".gz") ? gzipSync(content) : content);
  }
  return new Hono().route("/docs", serveDocs(folder));
}

test("who asks for the documentation is led to it in the language that their browser prefers", async (t) => {
  const server = built(t);
  for (const [language, place] of [
    ["zh-TW,zh;q=0.9,en;q=0.8", "/docs/zh/"],
    ["en-US,zh;q=0.5", "/docs/"],
    ["fr", "/docs/"],
  ] as const) {
    const response = await server.request("/docs", { headers: { "accept-language": language } });
    assert.deepEqual([response.status, response.headers.get("location")], [302, place]);
    assert.equal(response.headers.get("vary"), "Accept-Language");
  }
  assert.match(await (await server.request("/docs/")).text(), /English/);
  assert.match(await (await server.request("/docs/zh/")).text(), /中文/);
  const bare = await server.request("/docs/protocol");
  assert.deepEqual([bare.status, bare.headers.get("location")], [308, "/docs/protocol/"]);
});

test("a page runs its own scripts and no other, and asks nobody else for anything", async (t) => {
  const response = await built(t).request("/docs/");
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = response.headers.get("content-security-policy") ?? "";
  assert.ok(policy.includes(`script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}';`), policy);
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /https?:|\*/);
  assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
});

test("pages are asked for each time and what they load is kept, as far as its name tells its content", async (t) => {
  const server = built(t);
  const caching = async (path: string) =>
    (await server.request(path)).headers.get("cache-control") ?? "";
  assert.equal(await caching("/docs/protocol/"), "no-cache");
  assert.equal(await caching("/docs/pagefind/pagefind.js"), "no-cache");
  assert.match(await caching("/docs/_astro/a.Bp3.js"), /immutable/);
  const { headers } = await server.request("/docs/protocol/", { method: "HEAD" });
  const again = { headers: { "if-none-match": headers.get("etag") ?? "" } };
  assert.equal((await server.request("/docs/protocol/", again)).status, 304);
});

test("a page that lies there compressed goes out as it lies, and unpacked to those who cannot take that", async (t) => {
  const server = built(t);
  const plain = await server.request("/docs/packed/");
  assert.equal(plain.headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(plain.headers.get("content-encoding"), null);
  assert.equal(await plain.text(), "<title>Packed</title>");
  const packed = await server.request("/docs/packed/", { headers: { "accept-encoding": "gzip" } });
  assert.equal(packed.headers.get("content-encoding"), "gzip");
  const body = Buffer.from(await packed.arrayBuffer());
  assert.equal(gunzipSync(body).toString(), "<title>Packed</title>");
  assert.equal(packed.headers.get("etag"), plain.headers.get("etag"));
});

test("where no page is, a person reads so in their language, a program is told, and no other file is served", async (t) => {
  const server = built(t);
  const person = { headers: { accept: "text/html" } };
  for (const [path, words] of [
    ["/docs/nothing/", "Not here"],
    ["/docs/zh/nothing", "没有这一页"],
  ] as const) {
    const response = await server.request(path, person);
    assert.deepEqual([response.status, (await response.text()).includes(words)], [404, true], path);
  }
  for (const path of [
    "/docs/..%2f..%2fpackage.json",
    "/docs/__proto__",
    "/docs//protocol",
    "/docs/_astro",
  ]) {
    assert.equal((await server.request(path)).status, 404, path);
  }
});

test("without a build each page says how to make one, in the reader's language", async () => {
  const server = new Hono().route("/docs", serveDocs("/nowhere"));
  for (const [language, words] of [
    ["en", "The documentation is not built yet"],
    ["zh-CN", "文档还没有生成"],
  ] as const) {
    const headers = { accept: "text/html", "accept-language": language };
    const response = await server.request("/docs/protocol/", { headers });
    const page = await response.text();
    assert.equal(response.status, 503);
    assert.ok(page.includes(`<h1>${words}</h1>`), page);
    assert.match(page, /<code>npm run docs<\/code>/);
  }
  const told = await server.request("/docs");
  assert.equal(told.status, 503);
  assert.match(await told.text(), /"code":"docs_not_built".*npm run docs/);
});

test("a build that is made while the server runs is served from then on", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-docs-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const server = new Hono().route("/docs", serveDocs(folder));
  writeFileSync(join(folder, "index.html"), "<title>English</title>");
  assert.equal((await server.request("/docs/")).status, 503, "half a build");
  writeFileSync(join(folder, "llms.txt"), "# Meetbot");
  assert.match(await (await server.request("/docs/")).text(), /English/);
});
