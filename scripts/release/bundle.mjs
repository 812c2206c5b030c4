// Builds what is published as one program: its own code and the libraries that it is made of, in a few files.
// Plain JavaScript on purpose: npm runs it while it packs, on whatever `node` is found first.
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { workspace } from "./production-parts.mjs";

/** A file that a program reads beside its code. */
const besideCode = /new URL\(\s*"(\.[^"]*)",\s*import\.meta\.url,?\s*\)/g;

/** Libraries of the old kind ask for Node's own modules by `require`, which modules do not have. */
const withRequire = [
  'import { createRequire as createRequireOfNode } from "node:module";',
  "const require = createRequireOfNode(import.meta.url);",
].join("\n");

/**
 * Builds programs (name → source) into a folder. `external` is installed beside them; `instead` of a library, a file of
 * ours is taken; `carried` says where what they read lies: a path of the workspace → one from the folder, which files
 * of it are copied there, and which of those are compressed. Returns the files that the code was read from, as paths of
 * the workspace.
 */
export async function bundle({
  folder,
  entries,
  target,
  carried,
  external = [],
  instead = {},
  hasSourceMaps = false,
}) {
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: workspace,
    entryPoints: entries,
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: "[name]-[hash]",
    format: "esm",
    platform: "node",
    target,
    // Developers who step through the code at a shop's site must be able to read it, and errors keep their names.
    minify: false,
    charset: "ascii",
    legalComments: "none",
    conditions: ["meetbot-source"],
    external,
    banner: { js: withRequire },
    plugins: [takesInstead(instead), findsBesideCode(carried)],
    logLevel: "warning",
    metafile: true,
    // The source lies beside it.
    ...(hasSourceMaps && { sourcemap: "linked", sourcesContent: false }),
  });
  for (const name of readdirSync(folder)) if (name.endsWith(".js")) toAscii(join(folder, name));
  for (const [path, { to, copy, compress }] of Object.entries(carried)) {
    if (!copy) continue;
    const filter = (file) => statSync(file).isDirectory() || copy.test(file);
    cpSync(join(workspace, path), join(folder, to), { recursive: true, filter });
    if (compress) compressFiles(join(folder, to), compress);
  }
  return Object.keys(metafile.inputs);
}

/**
 * Escapes the letters that esbuild leaves as they are: those of regular expressions and comments. The engine keeps a whole
 * file in two bytes a letter for a single one of them. A file with raw templates, where an escape is other text, stays.
 */
function toAscii(file) {
  const source = readFileSync(file, "utf8");
  if (source.includes("String.raw`")) return;
  // A backslash before such a letter means the letter itself, and goes: before an escape it would mean a backslash.
  const toEscape = (text) => {
    const code = text.charCodeAt(text.length - 1);
    return code < 0x80 ? text : `\\u${code.toString(16).padStart(4, "0")}`;
  };
  const escaped = source.replace(/\\[\s\S]|[^\0-\x7f]/g, toEscape);
  if (escaped !== source) writeFileSync(file, escaped);
}

function compressFiles(folder, which) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!which.test(name)) continue;
    const file = join(folder, name);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
    rmSync(file);
  }
}

const takesInstead = (instead) => ({
  name: "takes-instead",
  setup({ onResolve }) {
    onResolve({ filter: /^[^.]/ }, ({ path }) => instead[path] && { path: instead[path] });
  },
});

/** Leads each file that our own code reads beside itself to the place where it is carried; one that is not fails. */
const findsBesideCode = (carried) => ({
  name: "finds-beside-code",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](packages|examples)[\\/].*\.ts$/ }, ({ path }) => {
      if (path.includes("node_modules")) return null;
      const source = readFileSync(path, "utf8");
      const contents = source.replace(besideCode, (_, address) => {
        const file = fileURLToPath(new URL(address, pathToFileURL(path)));
        const from = relative(workspace, file).replaceAll("\\", "/");
        return `new URL("./${placeOf(from, carried)}", import.meta.url)`;
      });
      return { contents, loader: "ts" };
    });
  },
});

function placeOf(file, carried) {
  for (const [path, { to }] of Object.entries(carried)) {
    if (file === path) return to;
    if (file.startsWith(`${path}/`)) return `${to}${file.slice(path.length)}`;
  }
  throw new Error(`${file} is read beside the code, and is not carried along (scripts/release).`);
}
