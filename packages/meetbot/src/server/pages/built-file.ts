import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { promisify } from "node:util";
import { gunzipSync, gzip } from "node:zlib";
import type { Context } from "hono";

const compress = promisify(gzip);

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".webmanifest": "application/manifest+json",
};

/** A file built for browsers, in memory. */
export interface BuiltFile {
  body: Buffer<ArrayBuffer>;
  /** Compresses it at the first call: most files are never requested while a server runs. */
  gzipped(): Promise<Buffer<ArrayBuffer>>;
  contentType: string;
  etag: string;
  caching: string;
}

/** For files whose names identify their content. */
export const cachedForEver = "public, max-age=31536000, immutable";

/** For files with stable names: browsers check on each use whether the file has changed. */
export const askedEachTime = "no-cache";

/** The suffix of files that a package ships compressed. */
export const compressedEnding = ".gz";

/** Reads a file, which may lie there compressed. */
export function readBuiltFile(path: string, caching: string): BuiltFile {
  const stored = readFileSync(path);
  const isCompressed = path.endsWith(compressedEnding);
  const body = isCompressed ? gunzipSync(stored) : stored;
  let gzipped = isCompressed ? Promise.resolve(stored) : undefined;
  const name = isCompressed ? path.slice(0, -compressedEnding.length) : path;
  return {
    body,
    gzipped: () => (gzipped ??= compress(body, { level: 9 })),
    contentType: contentTypes[extname(name)] ?? "application/octet-stream",
    etag: `"${createHash("sha256").update(body).digest("base64url")}"`,
    caching,
  };
}

/** Sends a file, compressed if the browser accepts that, or nothing if the browser already has it. */
export async function sendBuiltFile(c: Context, file: BuiltFile): Promise<Response> {
  c.header("Cache-Control", file.caching);
  // A weak ETag, because the compressed body is the same file.
  c.header("ETag", `W/${file.etag}`);
  c.header("Vary", "Accept-Encoding");
  if (c.req.header("if-none-match")?.includes(file.etag)) return c.body(null, 304);
  c.header("Content-Type", file.contentType);
  if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) return c.body(file.body);
  c.header("Content-Encoding", "gzip");
  return c.body(await file.gzipped());
}
