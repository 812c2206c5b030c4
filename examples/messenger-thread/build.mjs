// Builds what the browser loads, into `dist`: thread.js and thread.css.
// Plain JavaScript on purpose: npm runs it after an install, on whatever `node` is found first.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL("./", import.meta.url));

export async function buildMessengerThread() {
  await build({
    absWorkingDir: here,
    entryPoints: ["src/thread.tsx", "src/styles/thread.css"],
    entryNames: "[name]",
    outdir: "dist",
    bundle: true,
    minify: true,
    format: "esm",
    charset: "utf8",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "warning",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildMessengerThread();
