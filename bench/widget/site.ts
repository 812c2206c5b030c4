import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
};

/** The paths that every package's files are below. */
const packages = "/npm/";

/**
 * Serves a shop's pages as a production server would: compressed, and files of a version for a year.
 * `texts` are its pages and the answers of stubs, by path, to whatever method; a path that ends in no
 * known extension is JSON. Below `/npm/` stands the folder of the installed packages.
 */
export async function startSite(texts: Map<string, string>, packagesFolder: string) {
  const ready = new Map<string, Buffer>();

  async function load(path: string): Promise<Buffer> {
    const text = texts.get(path);
    if (text !== undefined) return Buffer.from(text);
    if (!path.startsWith(packages)) throw new Error(`The site has no ${path}.`);
    return readFile(join(packagesFolder, path.slice(packages.length)));
  }

  async function answer(path: string, response: ServerResponse): Promise<void> {
    const gzipped = ready.get(path) ?? gzipSync(await load(path), { level: 9 });
    ready.set(path, gzipped);
    response.writeHead(200, {
      "Content-Type": types[extname(path)] ?? "application/json",
      "Content-Encoding": "gzip",
      "Content-Length": gzipped.length,
      "Cache-Control": /\.m?js$|\.css$/.test(path) ? "max-age=31536000, immutable" : "no-cache",
    });
    response.end(gzipped);
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://site");
    answer(pathname, response).catch(() => response.writeHead(404).end());
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}
