import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** As strict as a page can be: what the window needs beyond this, a shop could not give it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'none'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'";

const shirt =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="#cfd8e6"/><path d="M16 12l8 4 8-4 8 6-4 6-4-2v16H16V22l-4 2-4-6z" fill="#fff"/></svg>';

/**
 * Serves a page that shows any state of the window: see `gallery.ts` for its parameters. The server runs until the
 * process ends; neither it nor its connections keep the process alive.
 */
export async function serveGallery() {
  const files = await bundle();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    const script = files.get(pathname);
    if (script !== undefined) {
      response.setHeader("content-type", "text/javascript");
      response.end(script);
    } else if (pathname === "/") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      if (!searchParams.has("hostile")) response.setHeader("content-security-policy", policy);
      response.end(page(searchParams));
    } else if (pathname === "/shirt.svg") {
      response.setHeader("content-type", "image/svg+xml");
      response.end(shirt);
    } else {
      response.statusCode = pathname === "/favicon.ico" ? 204 : 404;
      response.end();
    }
  });
  server.on("connection", (socket) => socket.unref());
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  server.unref();
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

async function bundle(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    conditions: ["meetbot-source"],
    bundle: true,
    minify: true,
    charset: "utf8",
    target: "es2022",
    entryPoints: [fileURLToPath(new URL("gallery.ts", import.meta.url))],
    format: "esm",
    splitting: true,
    write: false,
    outdir: "/",
  });
  return new Map(outputFiles!.map((file) => [file.path, file.text]));
}

/** A shop's page; with `hostile`, one whose styles try to spoil whatever stands on it. */
function page(query: URLSearchParams): string {
  const language = query.get("locale") === "zh" ? "zh-CN" : "en";
  return `<!doctype html><html lang="${language}" dir="${query.get("dir") ?? "ltr"}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Shop</title>
${query.has("hostile") ? hostileStyles : ""}
${query.has("page") ? "" : '<main><h1>Shop</h1><h2>Today</h2><p>Shirts. <a id="outside" href="#">Outside</a></p></main>'}
<script type="module" src="/gallery.js"></script></html>`;
}

const hostileStyles =
  "<style>body *{display:none!important;font-size:40px!important;color:red!important;line-height:3!important;letter-spacing:9px!important;text-transform:uppercase!important;visibility:hidden!important;opacity:.1!important;position:static!important;transform:rotate(9deg)!important}html,body{font:40px serif;color:red;letter-spacing:9px;text-align:center}</style>";
