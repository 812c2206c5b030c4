// Builds the console into `dist`. Plain JavaScript on purpose: npm runs it after an install, on
// whatever `node` is found first.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Puts `public/assets/scheme.js` before all else; it is a script of the old kind, which blocks. */
const schemeFirst = {
  name: "scheme-first",
  transformIndexHtml: () => [
    { tag: "script", attrs: { src: "/console/assets/scheme.js" }, injectTo: "head-prepend" },
  ],
};

/** Builds it, unless what is built is newer than all it is made of. */
export async function buildConsole({ force = false } = {}) {
  if (!force && isFresh()) return;
  // Loading these takes longer than most test files.
  const [{ build, defaultClientConditions }, { default: react }, { catalogs }] = await Promise.all([
    import("vite"),
    import("@vitejs/plugin-react"),
    import("./messages/vite-catalogs.mjs"),
  ]);
  await build({
    root: here,
    configFile: false,
    base: "/console/",
    logLevel: "warn",
    plugins: [react(), catalogs, schemeFirst],
    resolve: { conditions: ["meetbot-source", ...defaultClientConditions] },
    build: { target: "es2022", modulePreload: { polyfill: false }, chunkSizeWarningLimit: 700 },
  });
}

function isFresh() {
  const page = join(here, "dist/index.html");
  if (!existsSync(page)) return false;
  const builtAt = statSync(page).mtimeMs;
  const sources = [
    ...["index.html", "package.json", "build.mjs"].map((name) => join(here, name)),
    ...filesBelow(join(here, "messages")),
    ...filesBelow(join(here, "src")),
    ...filesBelow(join(here, "public")),
    ...filesBelow(join(here, "../presentation/src")),
  ];
  return sources.every((file) => statSync(file).mtimeMs < builtAt);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildConsole({ force: true });
