import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { catalogs } from "../../messages/vite-catalogs.mjs";

/** What is built of a harness: one script, and its style. */
export interface Harness {
  script: string;
  style: string;
}

const here = fileURLToPath(new URL(".", import.meta.url));

/** Builds parts of the console as they stand, without the page that mounts them. */
export async function buildHarness(entry: string): Promise<Harness> {
  const [{ build, defaultClientConditions }, { default: react }] = await Promise.all([
    import("vite"),
    import("@vitejs/plugin-react"),
  ]);
  const built = await build({
    root: here,
    configFile: false,
    logLevel: "error",
    plugins: [react(), catalogs],
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    resolve: { conditions: ["meetbot-source", ...defaultClientConditions] },
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry, formats: ["es"], fileName: "harness" },
      // The words too, which are loaded by language, in the one script.
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [bundle] = [built].flat();
  if (!bundle || !("output" in bundle)) throw new Error("Nothing was built.");
  const textOf = (end: string) => {
    const file = bundle.output.find(({ fileName }) => fileName.endsWith(end));
    return file ? String(file.type === "chunk" ? file.code : file.source) : "";
  };
  return { script: textOf(".js"), style: textOf(".css") };
}

/** Opens a harness on the server's own origin, so that it is signed in as the browser is. */
export async function openHarness(
  page: Page,
  { script, style }: Harness,
  { origin, query, lang }: { origin: string; query: string; lang: string },
): Promise<void> {
  const html = `<!doctype html><html lang="${lang}"><head><title>Harness</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," /><link rel="stylesheet" href="/harness.css" /></head>
    <body><div id="root"></div><script type="module" src="/harness.js"></script></body></html>`;
  const files: [path: string, contentType: string, body: string][] = [
    ["/harness.js", "text/javascript; charset=utf-8", script],
    ["/harness.css", "text/css; charset=utf-8", style],
    ["/harness?*", "text/html; charset=utf-8", html],
  ];
  for (const [path, contentType, body] of files) {
    await page.route(`${origin}${path}`, (route) => route.fulfill({ contentType, body }));
  }
  await page.goto(`${origin}/harness?${query}`);
}
