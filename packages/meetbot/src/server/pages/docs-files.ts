import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Context, Hono } from "hono";
import {
  askedEachTime,
  type BuiltFile,
  cachedForEver,
  compressedEnding,
  readBuiltFile,
  sendBuiltFile,
} from "./built-file.ts";
import { docsMissingPage, localeOf, wantsPage } from "./front-page.ts";

/** The folder of the built documentation. */
const builtFolder = fileURLToPath(new URL("../../../../docs/dist", import.meta.url));

/** Astro names these files by a hash of their content. */
const isHashed = (name: string) => name.startsWith("_astro/");

/**
 * Returns a page's content security policy: allows its own and inline scripts, and the search, which is WebAssembly.
 */
const policyOf = (page: string) =>
  [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashesOfScripts(page).join(" ")}`,
    "style-src-elem 'self'",
    // Code is colored by attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** A file of the site, loaded on first request, because most are never requested. */
interface SiteFile extends BuiltFile {
  /** A page's own; other files have none. */
  policy: string | null;
}

/** Checks whether the build is complete: it writes this file last. */
export function isBuilt(folder: string = builtFolder): boolean {
  return existsSync(`${folder}/llms.txt`);
}

/** Serves the documentation: its pages in two languages, and the files that they load. */
export function serveDocs(folder: string = builtFolder): Hono {
  const app = new Hono();
  let site: ((name: string) => SiteFile | null) | null = null;
  app.get("/*", (c) => {
    // In a checkout it may be built while the server runs.
    if (site === null && !isBuilt(folder)) return docsMissingPage(c);
    site ??= createFileOf(folder);
    const fileOf = site;
    const path = c.req.path.slice("/docs".length);
    if (path === "") return toLanguage(c);
    const name = path.slice(1);
    const file = fileOf(name === "" || name.endsWith("/") ? `${name}index.html` : name);
    if (file) return sendSiteFile(c, file);
    if (fileOf(`${name}/index.html`)) return c.redirect(`${c.req.path}/`, 308);
    const missing =
      wantsPage(c) && fileOf(name.startsWith("zh/") ? "zh/404/index.html" : "404.html");
    if (!missing) return c.notFound();
    c.status(404);
    return sendSiteFile(c, missing);
  });
  return app;
}

/** `GET /docs`: redirects to the pages in the reader's language. From there on, the page determines the language. */
function toLanguage(c: Context): Response {
  c.header("Vary", "Accept-Language");
  c.header("Cache-Control", "no-cache");
  return c.redirect(localeOf(c) === "zh" ? "/docs/zh/" : "/docs/", 302);
}

function sendSiteFile(c: Context, file: SiteFile): Promise<Response> {
  if (file.policy !== null) {
    c.header("Content-Security-Policy", file.policy);
    c.header("Cross-Origin-Opener-Policy", "same-origin");
  }
  return sendBuiltFile(c, file);
}

/**
 * Returns a function that finds a file by name, among those of the build only. A package contains its pages compressed.
 */
function createFileOf(folder: string): (name: string) => SiteFile | null {
  const stored = new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const name = path.slice(folder.length + 1).replaceAll("\\", "/");
        return [
          name.endsWith(compressedEnding) ? name.slice(0, -compressedEnding.length) : name,
          path,
        ] as const;
      }),
  );
  const read = new Map<string, SiteFile>();
  return (name) => {
    const known = read.get(name);
    const path = stored.get(name);
    if (known || path === undefined) return known ?? null;
    const file = readBuiltFile(path, isHashed(name) ? cachedForEver : askedEachTime);
    const policy = name.endsWith(".html") ? policyOf(file.body.toString()) : null;
    const siteFile = { ...file, policy };
    read.set(name, siteFile);
    return siteFile;
  };
}

/** Returns the hashes of the page's inline scripts. */
function hashesOfScripts(page: string): string[] {
  const scripts = page.split("<script").flatMap((part, index) => {
    const attributes = part.slice(0, part.indexOf(">"));
    if (index === 0 || attributes.includes("src=")) return [];
    return [part.slice(attributes.length + 1, part.indexOf("</script>"))];
  });
  const hashes = scripts.map((script) => createHash("sha256").update(script).digest("base64"));
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`);
}
