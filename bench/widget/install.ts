import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Only the benchmark has these; the workspace neither installs nor locks them. */
const dependencies = {
  "@n8n/chat": "1.36.4", // the newest whose own dependencies are all published
  "@typebot.io/js": "0.10.7",
  "deep-chat": "2.4.2",
  "flowise-embed": "3.1.6",
  lighthouse: "13.5.0",
  react: "19.3.1",
  "react-chatbotify": "2.5.0",
  "react-dom": "19.3.1",
};

/** A rival with its version, as the table names it. */
export const nameOf = (name: keyof typeof dependencies) => `${name} ${dependencies[name]}`;

const folder = fileURLToPath(
  new URL("../../node_modules/.cache/meetbot-bench-widget", import.meta.url),
);

/** Installs Lighthouse and the rivals, once for each set of versions; returns where they lie. */
export function install(): string {
  const manifest = join(folder, "package.json");
  const done = join(folder, "installed.json");
  const wanted = JSON.stringify({ private: true, dependencies }, null, 2);
  if (!existsSync(done) || readFileSync(done, "utf8") !== wanted) {
    console.error("Installing Lighthouse and the rivals …");
    mkdirSync(folder, { recursive: true });
    writeFileSync(manifest, wanted);
    // No script of theirs runs: what is measured lies in their packages as it is loaded.
    const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    execFileSync("npm", ["install", "--prefix", folder, ...quiet], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
    });
    writeFileSync(done, wanted);
  }
  return join(folder, "node_modules");
}
