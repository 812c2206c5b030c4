// Builds the site of the documentation into `dist`. Plain JavaScript on purpose: npm runs it after an
// install, on whatever `node` is found first. What builds it needs a newer one, which npm brings along.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { oldestNodeText, suitableNode } from "../../scripts/suitable-node.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");

/** Builds it, unless what is built is newer than all it is made of. Throws where a link leads nowhere. */
export async function buildDocs({ force = false } = {}) {
  if (!force && isFresh()) return;
  const node = suitableNode();
  if (node === null) {
    console.error(
      `The documentation is not built: that takes Node ${oldestNodeText} or newer, and this is ${process.version}. Install Node 24, and run: npm run build --workspace @meetbot/docs`,
    );
    return;
  }
  const building = spawn(node, [join(here, "src/build-site.ts")], {
    cwd: here,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", ASTRO_TELEMETRY_DISABLED: "1" },
  });
  const [status] = await once(building, "exit");
  if (status !== 0) throw new Error("The documentation was not built: what is wrong stands above.");
}

function isFresh() {
  const last = join(here, "dist/llms.txt");
  if (!existsSync(last)) return false;
  const builtAt = statSync(last).mtimeMs;
  const sources = [
    ...["build.mjs", "package.json"].map((name) => join(here, name)),
    ...["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md"].map((name) =>
      join(root, name),
    ),
    ...["sdk", "embed"].map((name) => join(root, "packages", name, "README.md")),
    ...filesBelow(join(here, "src")),
    ...filesBelow(join(root, "docs")),
  ];
  return sources.every((file) => statSync(file).mtimeMs < builtAt);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildDocs({ force: true });
