import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type Context, Hono } from "hono";
import { problem } from "./problem.ts";

/** Where the build of the chat window lies. */
const builtFolder = fileURLToPath(new URL("../../../widget/dist", import.meta.url));

/** The name of a chunk tells its content; the others keep their names from version to version. */
const isHashed = (name: string) => /-[A-Z0-9]{8}\.js$/.test(name);

/** The tag's file is asked for with each page of the shop: a new version may take these minutes. */
const loaderCaching = "public, max-age=300, stale-while-revalidate=86400";

interface WidgetFile {
  body: Buffer<ArrayBuffer>;
  gzipped: Buffer<ArrayBuffer>;
  etag: string;
  caching: string;
}

/** The files of the chat window as pages of any origin load them, from memory. */
export function serveWidget(folder: string = builtFolder): Hono {
  const files = readFiles(folder);
  const app = new Hono();
  app.get("/:name", (c) => {
    if (files.size === 0) return problem(c, 503, "widget_not_built", notBuilt);
    const file = files.get(c.req.param("name"));
    return file ? answer(c, file) : c.notFound();
  });
  return app;
}

const notBuilt =
  "The chat window is not built. Run `npm run build --workspace @meetbot/widget` and start the server again.";

function readFiles(folder: string): Map<string, WidgetFile> {
  const names = readdirOrNothing(folder).filter((name) => name.endsWith(".js"));
  return new Map(names.map((name) => [name, readFile(folder, name)]));
}

function readdirOrNothing(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readFile(folder: string, name: string): WidgetFile {
  const body = readFileSync(`${folder}/${name}`);
  const caching = name === "loader.js" ? loaderCaching : "no-cache";
  return {
    body,
    gzipped: gzipSync(body, { level: 9 }),
    etag: `"${createHash("sha256").update(body).digest("base64url")}"`,
    caching: isHashed(name) ? "public, max-age=31536000, immutable" : caching,
  };
}

/** Modules are loaded with CORS, the tag under the page's embedder policy: both are open to all. */
function answer(c: Context, { body, gzipped, etag, caching }: WidgetFile): Response {
  c.header("Access-Control-Allow-Origin", "*");
  c.header("Cross-Origin-Resource-Policy", "cross-origin");
  c.header("Cache-Control", caching);
  // The weak form: the compressed body is the same file.
  c.header("ETag", `W/${etag}`);
  c.header("Vary", "Accept-Encoding");
  if (c.req.header("if-none-match")?.includes(etag)) return c.body(null, 304);
  c.header("Content-Type", "text/javascript; charset=utf-8");
  if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) return c.body(body);
  c.header("Content-Encoding", "gzip");
  return c.body(gzipped);
}
