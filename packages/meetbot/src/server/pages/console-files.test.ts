import assert from "node:assert/strict";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { serveConsole } from "./console-files.ts";

test("each page has a policy without unsafe words, and a nonce of its own", async () => {
  const app = serveConsole();
  const nonces = new Set<string>();
  for (const path of ["/", "/bots/bot_1/keys", "/welcome"]) {
    const response = await app.request(path);
    assert.equal(response.status, 200);
    const policy = response.headers.get("content-security-policy") ?? "";
    assert.doesNotMatch(policy, /unsafe|\*/);
    assert.match(policy, /script-src 'self';/);
    assert.match(policy, /require-trusted-types-for 'script'/);
    const [, nonce = ""] = /'nonce-([^']+)'/.exec(policy) ?? [];
    assert((await response.text()).includes(`nonce="${nonce}"`));
    nonces.add(nonce);
  }
  assert.equal(nonces.size, 3);
});

test("the page is never kept, and what it loads for ever", async () => {
  const app = serveConsole();
  const page = await app.request("/");
  assert.equal(page.headers.get("cache-control"), "no-store");
  const [script = ""] = /\/assets\/index-[\w-]+\.js/.exec(await page.text()) ?? [];
  const loaded = await app.request(script, { headers: { "Accept-Encoding": "gzip" } });
  assert.equal(loaded.headers.get("content-type"), "text/javascript; charset=utf-8");
  assert.equal(loaded.headers.get("content-encoding"), "gzip");
  assert.match(loaded.headers.get("cache-control") ?? "", /immutable/);
  assert.equal((await app.request("/assets/gone.js")).status, 404);
});

test("the push worker is asked for anew each time, stands where it sees the whole console, and may load nothing", async () => {
  const worker = await serveConsole().request("/push-worker.js");
  assert.equal(worker.headers.get("content-type"), "text/javascript; charset=utf-8");
  assert.equal(worker.headers.get("cache-control"), "no-cache");
  assert.equal(worker.headers.get("content-security-policy"), "default-src 'none'");
  const manifest = await serveConsole().request("/console.webmanifest");
  assert.equal(manifest.headers.get("content-type"), "application/manifest+json");
  const { display, scope } = (await manifest.json()) as Record<string, string>;
  assert.deepEqual([display, scope], ["standalone", "/console/"], "as iOS wants it");
});

test("without a build each page says how to make one", async () => {
  const app = serveConsole(await mkdtemp(join(tmpdir(), "meetbot-no-console-")));
  const response = await app.request("/bots");
  assert.equal(response.status, 503);
  assert.match(await response.text(), /npm run build --workspace @meetbot\/console/);
});
