import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { html } from "hono/html";
import { streamSSE } from "hono/streaming";
import { createSignal } from "../../../platform/change-signals/signal.ts";
import { problem } from "../../../platform/http/problem.ts";
import { readBuiltFile, sendBuiltFile } from "../../../server/pages/built-file.ts";
import { readAct } from "./read-act.ts";
import { createSentFiles, maxFileBytes } from "./sent-files.ts";
import type { Thread } from "./thread.ts";

/** The folder with the built page. */
const builtFolder = fileURLToPath(
  new URL("../../../../../../examples/messenger-thread/dist", import.meta.url),
);

/** Our own script and style, and pictures of products, wherever the demo's shop has them. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' https: data: http://127.0.0.1:* http://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** Interval of keep-alives: a stream that is silent for longer may be cut. */
const breathMs = 15_000;

/** `/demo/messenger`: the thread's page, its event stream, and the actions in it. */
export function createThreadPages(
  thread: Thread,
  leaving: AbortSignal,
  folder: string = builtFolder,
): Hono {
  const pages = new Hono();
  const files = createSentFiles();
  pages.get("/", showThread);
  for (const name of ["thread.js", "thread.css"]) {
    const path = `${folder}/${name}`;
    const file = existsSync(path) ? readBuiltFile(path, "no-cache") : null;
    pages.get(`/${name}`, (c) => (file ? sendBuiltFile(c, file) : explainNotBuilt(c)));
  }
  pages.get("/scenes", (c) => followThread(c, thread, leaving));
  pages.get("/files/:id", (c) => files.show(c.req.param("id")) ?? c.notFound());
  pages.use(onlyOwnPages);
  pages.post("/acts", bodyLimit({ maxSize: 64 * 1024 }), async (c) => {
    const act = readAct(await c.req.json().catch(() => null));
    if (!act) return problem(c, 400, "no_such_act", "This is nothing that can be done here.");
    await thread.act(act);
    return c.body(null, 204);
  });
  pages.post(
    "/files",
    bodyLimit({ maxSize: maxFileBytes, onError: explainTooLarge }),
    async (c) => {
      const type = c.req.header("content-type") ?? "";
      const { id, kind } = files.keep({ type, bytes: new Uint8Array(await c.req.arrayBuffer()) });
      const url = new URL(`${new URL(c.req.url).pathname}/${id}`, c.req.url).href;
      await thread.sendFile({ kind, url, name: c.req.query("name")?.slice(0, 200) ?? "" });
      return c.body(null, 204);
    },
  );
  return pages;
}

/** Rejects requests from other sites, which could act in a visitor's name; browsers send the origin of the page. */
const onlyOwnPages: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header("origin");
  if (origin && origin !== new URL(c.req.url).origin) {
    return problem(c, 403, "wrong_origin", "Only the demo's own page may do this.");
  }
  return next();
};

/** Sends the whole thread on every change: a visitor who comes late or comes back has missed nothing. */
function followThread(c: Context, thread: Thread, leaving: AbortSignal): Response {
  c.header("Cache-Control", "no-store");
  return streamSSE(c, async (stream) => {
    const change = createSignal();
    const unwatch = thread.watch(change.raise);
    leaving.addEventListener("abort", change.raise);
    stream.onAbort(change.raise);
    while (!stream.aborted && !leaving.aborted) {
      await stream.writeSSE({ data: JSON.stringify(thread.scene()) });
      await change.raised(breathMs);
    }
    unwatch();
    leaving.removeEventListener("abort", change.raise);
  });
}

function showThread(c: Context): Response | Promise<Response> {
  c.header("Content-Security-Policy", contentSecurityPolicy);
  c.header("Cache-Control", "no-store");
  return c.html(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Messenger</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="messenger/thread.css">
<script type="module" src="messenger/thread.js"></script>
</head>
<body></body>
</html>
`);
}

function explainNotBuilt(c: Context): Response {
  const message =
    "The page is not built. Run `npm run build --workspace @meetbot/messenger-thread` and start the demo again.";
  return problem(c, 503, "thread_not_built", message);
}

function explainTooLarge(c: Context): Response {
  const megabytes = maxFileBytes / 1024 / 1024;
  return problem(c, 413, "file_too_large", `The demo takes files of ${megabytes} MB at most.`);
}
