import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { problem } from "../../platform/http/problem.ts";
import { askedEachTime, cachedForEver, readBuiltFile, sendBuiltFile } from "./built-file.ts";

/** The folder of the built console. */
const builtFolder = fileURLToPath(new URL("../../../../console/dist", import.meta.url));

/** Placeholder in the page that each response replaces with its own nonce. */
const noncePlaceholder = "__NONCE__";

/**
 * Returns the console's content security policy. The nonce is for the style elements of its components. Images may come
 * from anywhere, because transcripts show merchants' product images. The only Trusted Types policy allows style rules
 * and the push worker (see the console's `trust-styles.ts`).
 */
const policyWith = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: https: http:",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");

/** The policy of the push worker: it shows notifications, loads nothing, and contacts no server. */
const workerPolicy = "default-src 'none'";

/** Files next to the page: the worker that pushes wake, and the files that make the console an app on a phone. */
const besides = ["push-worker.js", "console.webmanifest", "icon.svg", "icon.png"];

/** The console: its page at every address below, and the files that the page loads. */
export function serveConsole(folder: string = builtFolder): Hono {
  const app = new Hono();
  const pagePath = `${folder}/index.html`;
  if (!existsSync(pagePath)) {
    app.get("/*", (c) => problem(c, 503, "console_not_built", notBuilt));
    return app;
  }
  const page = readFileSync(pagePath, "utf8");
  const files = new Map(
    readdirSync(`${folder}/assets`).map((name) => [
      name,
      readBuiltFile(`${folder}/assets/${name}`, cachedForEver),
    ]),
  );
  app.get("/assets/:name", (c) => {
    const file = files.get(c.req.param("name"));
    return file ? sendBuiltFile(c, file) : c.notFound();
  });
  for (const name of besides) {
    const file = readBuiltFile(`${folder}/${name}`, askedEachTime);
    app.get(`/${name}`, (c) => {
      c.header("Content-Security-Policy", workerPolicy);
      return sendBuiltFile(c, file);
    });
  }
  app.get("/*", (c) => {
    const nonce = randomBytes(18).toString("base64");
    c.header("Content-Security-Policy", policyWith(nonce));
    c.header("Cross-Origin-Opener-Policy", "same-origin");
    c.header("Cache-Control", "no-store");
    return c.html(page.replaceAll(noncePlaceholder, nonce));
  });
  return app;
}

const notBuilt =
  "The console is not built. Run `npm run build --workspace @meetbot/console` and start the server again.";
