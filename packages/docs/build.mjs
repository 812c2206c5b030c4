// Builds the site of the documentation into `dist`. Plain JavaScript on purpose: npm runs it on whatever `node` is found
// first. What builds it needs a newer one, which npm brings along, and tools that are installed in `site` when they are
// first needed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { oldestNodeText, suitableNode } from "../../scripts/suitable-node.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");

/** Is written last. */
const last = join(here, "dist/llms.txt");

/** How src/build-site.ts ends where its tools could not be installed. */
const notInstalled = 75;

/**
 * Builds it, unless what is built is newer than all it is made of. Throws where a link leads nowhere; where there is no
 * Node or no network for it, throws if it is `required`, and else only says so.
 */
export async function buildDocs({ force = false, required = false } = {}) {
  if (!force && isFresh()) return;
  rmSync(last, { force: true });
  const node = suitableNode();
  if (node === null) {
    const needed = `The documentation is not built: that takes Node ${oldestNodeText} or newer, and this is ${process.version}. Install Node 24, and run: npm run docs`;
    if (required) throw new Error(needed);
    console.error(needed);
    return;
  }
  const building = spawn(node, [join(here, "src/build-site.ts")], {
    cwd: here,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", ASTRO_TELEMETRY_DISABLED: "1" },
  });
  const [status] = await once(building, "exit");
  if (status === 0 || (status === notInstalled && !required)) return;
  throw new Error("The documentation was not built: what is wrong stands above.");
}

function isFresh() {
  if (!existsSync(last)) return false;
  const builtAt = statSync(last).mtimeMs;
  const sources = [
    ...["build.mjs", "package.json"].map((name) => join(here, name)),
    ...["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md"].map((name) =>
      join(root, name),
    ),
    ...["sdk", "embed"].map((name) => join(root, "packages", name, "README.md")),
    ...["package.json", "package-lock.json"].map((name) => join(here, "site", name)),
    ...["src", "site/src", "site/public"].flatMap((name) => filesBelow(join(here, name))),
    ...filesBelow(join(root, "docs")),
  ];
  return sources.every((file) => statSync(file).mtimeMs < builtAt);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildDocs({ force: true, required: true }).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
