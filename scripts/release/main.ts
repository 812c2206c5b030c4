// `npm run release`: all of a release but the push. See docs/release.md.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { packAll } from "./archives.ts";
import { workspace } from "./production-parts.mjs";
import { type Manifest, whatIsMissing } from "./readiness.ts";
import { installTools } from "./tools.ts";

const read = (path: string) => readFileSync(join(workspace, path), "utf8");

installTools();
if (!process.argv.includes("--tools")) await release();

async function release(): Promise<void> {
  const root: Manifest & { workspaces: string[] } = JSON.parse(read("package.json"));
  const missing = whatIsMissing({
    changes: execFileSync("git", ["status", "--porcelain"], { cwd: workspace, encoding: "utf8" }),
    manifests: [
      root,
      ...root.workspaces.map((path) => JSON.parse(read(join(path, "package.json")))),
    ],
    changelog: read("CHANGELOG.md"),
    keptStates: readdirSync(join(workspace, "packages/meetbot/test/released-states"))
      .filter((name) => name.endsWith(".json.gz"))
      .map((name) => name.slice(0, -".json.gz".length)),
  });
  if (missing.length > 0) {
    console.error(`This cannot be released:\n${missing.map((one) => `- ${one}`).join("\n")}`);
    process.exitCode = 1;
    return;
  }
  const folder = join(workspace, "node_modules/.cache/meetbot-release", root.version);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  console.log("Packing …");
  const archives = await packAll(folder);
  const proof = ["test", "--", "packages/meetbot/test/released.test.ts"];
  const { status } = spawnSync("npm", proof, {
    cwd: workspace,
    env: { ...process.env, RELEASE: JSON.stringify(archives) },
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error(
      "What was packed does not work for those who install it: see above. Nothing is to be published.",
    );
    process.exitCode = 1;
    return;
  }
  console.log(
    "\nProved. Nothing has left this machine. To publish, from a job that may sign provenance:\n",
  );
  for (const { path } of archives) console.log(`npm publish ${path}`);
  console.log(`git tag v${root.version} && git push origin v${root.version}`);
}
