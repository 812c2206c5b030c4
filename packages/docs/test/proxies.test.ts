import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createListener } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import { parse } from "yaml";
import { nginxConf, proxyProgram } from "./blocks/proxy-programs.ts";
import { readBlocks } from "./blocks/read-blocks.ts";

// The proxies of docs/proxies.md, run as the page has them, before a server that tells what reaches it.

const settingsOf = (language: string) => {
  const found = readBlocks().filter(
    (block) => block.file === "docs/proxies.md" && block.language === language,
  );
  assert.equal(found.length, 1, language);
  return found[0]!.code;
};

let server: Server;
let behind = "";
before(async () => {
  server = createServer((request, response) => {
    if (request.url?.endsWith("/events")) {
      response.writeHead(200, { "content-type": "text/event-stream" });
      return response.write(": waits\n\n");
    }
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    const { traceparent, "x-forwarded-for": forwarded } = request.headers;
    return request.on("end", () => response.end(JSON.stringify({ forwarded, traceparent, bytes })));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  behind = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const forwarded = [
  ..."/chat/bot_1 /chat/bot_1/messages /track/bot_1 /widget/loader.js /docs /docs/zh/ /push/bot_1 /api".split(
    " ",
  ),
  ..."/channels/messenger/bot_1 /bridges/bot_1/x /carriers/bot_1/x /connectors/bot_1/x".split(" "),
  ..."/console /console/bots /api/v1/bots /api/auth/session".split(" "),
];
const kept = ["/", "/metrics", "/healthz", "/readyz", "/demo", "/chatter", "/apis", "/consoles"];

/** Waits until a proxy that was started answers. */
async function answers(url: string): Promise<void> {
  for (;;) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
  }
}

async function freePort(): Promise<number> {
  const listener = createListener().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, "close");
  return port;
}

interface Proxy {
  name: "nginx" | "caddy";
  /** Its file, listening at a port before what stands behind it. */
  fileAt(port: number): string;
  words(file: string, folder: string): string[];
}

const proxies: readonly Proxy[] = [
  {
    name: "nginx",
    fileAt: (port) =>
      nginxConf(settingsOf("nginx"), `127.0.0.1:${port}`).replaceAll("127.0.0.1:4400", behind),
    words: (file, folder) => ["-p", folder, "-c", file],
  },
  {
    name: "caddy",
    fileAt: (port) =>
      `{\nadmin off\n}\n${settingsOf("caddyfile")}`
        .replace("chat.example.com", `http://127.0.0.1:${port}`)
        .replaceAll("127.0.0.1:4400", behind),
    words: (file) => ["run", "--adapter", "caddyfile", "--config", file],
  },
];

async function startProxy(t: TestContext, { name, fileAt, words }: Proxy): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-proxy-"));
  const port = await freePort();
  const file = join(folder, "settings");
  writeFileSync(file, fileAt(port));
  const proxy = spawn(proxyProgram(name)!, words(file, folder), { stdio: "ignore" });
  t.after(async () => {
    proxy.kill("SIGTERM");
    await once(proxy, "exit");
    rmSync(folder, { recursive: true });
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(url);
  return url;
}

for (const proxy of proxies) {
  const skip = proxyProgram(proxy.name) ? false : `${proxy.name} is not installed`;
  test(`${proxy.name} passes on what the page says, and nothing else`, { skip }, async (t) => {
    const url = await startProxy(t, proxy);
    for (const path of forwarded) assert.equal((await fetch(url + path)).status, 200, path);
    for (const path of kept) assert.equal((await fetch(url + path)).status, 404, path);

    const traceparent = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;
    const forged = { "x-forwarded-for": "203.0.113.9", traceparent };
    const picture = await fetch(`${url}/chat/bot_1/pictures`, {
      ...{ method: "POST", headers: forged, body: Buffer.alloc(10_000_000) },
    });
    assert.deepEqual(await picture.json(), { forwarded: "127.0.0.1", bytes: 10_000_000 });

    // The stream does not end: what has come must have been passed on at once.
    const events = await fetch(`${url}/chat/bot_1/events`);
    const reader = events.body!.getReader();
    assert.equal(new TextDecoder().decode((await reader.read()).value), ": waits\n\n");
    await reader.cancel();
  });
}

// Which paths it leads on, `led-paths.test.ts` of the server compares with the table of routes.
test("Traefik's settings name what they use, and drop the id that a customer writes", () => {
  const { http } = parse(settingsOf("yaml"));
  for (const { service, middlewares = [] } of Object.values<TraefikRouter>(http.routers)) {
    assert.ok(Object.hasOwn(http.services, service));
    assert.ok(middlewares.every((name) => Object.hasOwn(http.middlewares, name)));
    // By an empty value Traefik drops what a customer has written.
    const dropped = middlewares.map((name) => http.middlewares[name].headers);
    assert.ok(dropped.some((headers) => headers?.customRequestHeaders.traceparent === ""));
  }
});

interface TraefikRouter {
  service: string;
  middlewares?: string[];
}
