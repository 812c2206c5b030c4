import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { serveWidget } from "./widget-files.ts";

const names = ["loader.js", "app.js", "zh-R2CVAQ5F.js"];

/** A build of three files, each with its name as content. */
function built(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-widget-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const name of names) writeFileSync(join(folder, name), `// ${name}`);
  writeFileSync(join(folder, "secret.txt"), "no");
  return serveWidget(folder);
}

test("each file may be loaded by pages of any origin", async (t) => {
  const widget = built(t);
  for (const name of names) {
    const response = await widget.request(`/${name}`, { headers: { origin: "https://a.example" } });
    assert.equal(await response.text(), `// ${name}`);
    assert.equal(response.headers.get("content-type"), "text/javascript; charset=utf-8");
    assert.equal(response.headers.get("access-control-allow-origin"), "*");
    assert.equal(response.headers.get("cross-origin-resource-policy"), "cross-origin");
  }
});

test("only a name that tells the content is kept for good", async (t) => {
  const widget = built(t);
  const cachings = names.map(
    async (name) => (await widget.request(`/${name}`)).headers.get("cache-control") ?? "",
  );
  const [loader, app, chunk] = await Promise.all(cachings);
  assert.match(loader ?? "", /^public, max-age=300\b/);
  assert.equal(app, "no-cache");
  assert.match(chunk ?? "", /immutable/);
});

test("what a browser has already is not sent again, and who takes gzip gets it", async (t) => {
  const widget = built(t);
  const first = await widget.request("/app.js", { headers: { "accept-encoding": "br, gzip" } });
  assert.equal(first.headers.get("content-encoding"), "gzip");
  assert.equal(gunzipSync(await first.arrayBuffer()).toString(), "// app.js");
  const etag = first.headers.get("etag") ?? "";
  const again = await widget.request("/app.js", { headers: { "if-none-match": etag } });
  assert.deepEqual([again.status, await again.text()], [304, ""]);
  assert.equal(again.headers.get("etag"), etag);
  const other = await widget.request("/loader.js", { headers: { "if-none-match": etag } });
  assert.equal(other.status, 200);
});

test("nothing but built files is served", async (t) => {
  const widget = built(t);
  for (const path of ["/secret.txt", "/..%2fpackage.json", "/nothing.js", "/", "/__proto__"]) {
    assert.equal((await widget.request(path)).status, 404, path);
  }
});

test("without a build each file says how to make one", async () => {
  const response = await serveWidget("/nowhere").request("/loader.js");
  assert.equal(response.status, 503);
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  assert.equal(error.code, "widget_not_built");
  assert.match(error.message, /npm run build --workspace @meetbot\/widget/);
});
