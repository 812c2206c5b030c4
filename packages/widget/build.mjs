// Builds what browsers load, into `dist`: loader.js, news-worker.js, app.js, transcript.js and a chunk for each language.
// Plain JavaScript on purpose: npm runs it after an install, on whatever `node` is found first.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = join(here, "dist");

/** A folder for each language that customers are spoken to, beside their contract. */
const folders = join(here, "../presentation/src/languages");
const languages = readdirSync(folders).filter((name) =>
  existsSync(join(folders, name, "window.ts")),
);

/** How everything for a browser is built. */
const forBrowsers = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  charset: "utf8",
  target: "es2022",
  legalComments: "none",
  conditions: ["meetbot-source"],
  // As tsconfig.json says; copies are not below it.
  jsxFactory: "h",
  jsxFragment: "Fragment",
  logLevel: "warning",
};

/** Says which file each language is in, so that no code has to look for it. */
const languageTable = {
  name: "language-table",
  setup({ onLoad }) {
    onLoad({ filter: /load-window-language\.ts$/ }, ({ path }) => {
      const rows = languages.map((tag) => `"${tag}":()=>import("./languages/${tag}/window.ts")`);
      const load = "(tag) => table[tag]().then((file) => file.windowLanguage)";
      const contents = `const table = {${rows}}; export const loadWindowLanguage = ${load};`;
      return { contents, resolveDir: dirname(path) };
    });
  },
};

const tools = "Component, Fragment, h, fill, isWebUrl, Icon, addSheet";
const handOver = `export let ${tools}; export function takeTools(tools) { ({ ${tools} } = tools); }`;

/** The late part takes what the window has loaded, rather than from a file that both would import. */
const handedOver = {
  name: "handed-over",
  setup({ onLoad }) {
    onLoad({ filter: /ui[\\/]late[\\/]tools\.ts$/ }, () => ({ contents: handOver }));
  },
};

/**
 * What cards tell at a second look has copies of its own of what the window shares with it: a file that both import
 * would be one more to wait for when the window opens.
 */
const ownCopies = {
  name: "own-copies",
  setup({ onLoad, onResolve, resolve }) {
    const namespace = "copy";
    onResolve({ filter: /[\\/]card-details\.tsx$/ }, ({ path, resolveDir }) => {
      return { path: join(resolveDir, path), namespace };
    });
    onResolve({ filter: /./, namespace }, async ({ path, resolveDir, kind }) => {
      if (path === "preact") return { path: join(here, "src/ui/late/tools.ts"), namespace };
      const found = await resolve(path, { resolveDir, kind });
      return { path: found.path, namespace, sideEffects: false };
    });
    onLoad({ filter: /./, namespace }, ({ path }) => {
      // No language is loaded there.
      if (/load-window-language\.ts$/.test(path))
        return { contents: "export let loadWindowLanguage" };
      const isTools = /ui[\\/]late[\\/]tools\.ts$/.test(path);
      const contents = isTools ? handOver : readFileSync(path, "utf8");
      return { contents, loader: path.endsWith("x") ? "tsx" : "ts", resolveDir: dirname(path) };
    });
  },
};

/** The tag's own file, which every page loads. */
const loader = {
  ...forBrowsers,
  entryPoints: [{ in: "src/loader/loader.ts", out: "loader" }],
  format: "iife",
};

/** Runs while no page is open: of the chat's own page, or within a worker of the shop's. */
const newsWorker = {
  ...forBrowsers,
  entryPoints: [{ in: "src/news-worker.ts", out: "news-worker" }],
  format: "iife",
};

/** What is loaded when somebody is about to use it; its languages are files of their own. */
const moduleOf = (entry, out) => ({
  ...forBrowsers,
  entryPoints: [{ in: entry, out }],
  format: "esm",
  splitting: true,
  plugins: [ownCopies, languageTable, handedOver],
  chunkNames: "[name]-[hash]",
});

// No page loads both: what the two share is in each, which is smaller than a chunk beside it.
const app = moduleOf("src/app.ts", "app");
const transcript = moduleOf("src/ui/transcript/transcript-element.tsx", "transcript");

/** Builds all of it. Anyone who reads the folder meanwhile finds each file complete, old or new. */
export async function buildWidget() {
  const built = await Promise.all(
    [loader, newsWorker, app, transcript].map((options) =>
      build({ ...options, outdir: folder, write: false }),
    ),
  );
  const files = built.flatMap(({ outputFiles }) => outputFiles);
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of files) writeFileSync(path, contents);
  const names = new Set(files.map(({ path }) => basename(path)));
  for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(join(folder, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWidget();
