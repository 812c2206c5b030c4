import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { problem } from "../../platform/http/problem.ts";
import { type BuiltFile, cachedForEver, readBuiltFile, sendBuiltFile } from "./built-file.ts";

/** The folder of the built chat window. */
const builtFolder = fileURLToPath(new URL("../../../../widget/dist", import.meta.url));

/** A chunk's name contains a hash of its content; the other files have the same name in every version. */
const isHashed = (name: string) => /-[A-Z0-9]{8}\.js$/.test(name);

/** Every page of the shop requests the tag's file: a new version may take these minutes to arrive. */
const loaderCaching = "public, max-age=300, stale-while-revalidate=86400";

/** The files of the chat window as pages of any origin load them, from memory. */
export function serveWidget(folder: string = builtFolder): Hono {
  const files = readFiles(folder);
  const app = new Hono();
  app.get("/:name", (c) => {
    if (files.size === 0) return problem(c, 503, "widget_not_built", notBuilt);
    const file = files.get(c.req.param("name"));
    if (!file) return c.notFound();
    // Modules are loaded with CORS, the tag under the page's embedder policy: both are open to all.
    c.header("Access-Control-Allow-Origin", "*");
    c.header("Cross-Origin-Resource-Policy", "cross-origin");
    // The chat's own pages lie next to this folder, and this file is their worker.
    if (c.req.param("name") === newsWorker) c.header("Service-Worker-Allowed", "../chat/");
    return sendBuiltFile(c, file);
  });
  return app;
}

/** The service worker that runs while pages are closed. */
const newsWorker = "news-worker.js";

const notBuilt =
  "The chat window is not built. Run `npm run build --workspace @meetbot/widget` and start the server again.";

function readFiles(folder: string): Map<string, BuiltFile> {
  const names = readdirOrNothing(folder).filter((name) => name.endsWith(".js"));
  return new Map(names.map((name) => [name, readBuiltFile(`${folder}/${name}`, cachingOf(name))]));
}

function readdirOrNothing(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function cachingOf(name: string): string {
  if (isHashed(name)) return cachedForEver;
  return name === "loader.js" ? loaderCaching : "no-cache";
}
