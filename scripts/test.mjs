// Runs the tests: all of them, or what is named on the command line, as `node --test` takes it.
// Plain JavaScript on purpose: it must run on whatever `node` is found first.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildMessengerThread } from "../examples/messenger-thread/build.mjs";
import { buildConsole } from "../packages/console/build.mjs";
import { buildWidget } from "../packages/widget/build.mjs";

/** The oldest Node that runs TypeScript by itself and has all that the tests use. */
const oldestNode = [22, 19];

const root = fileURLToPath(new URL("..", import.meta.url));
const everything = ["packages/**/*.test.ts", "examples/**/*.test.ts"];
const named = process.argv.slice(2);

/** What is usual, and behind it what was left out and why; unless other reporters are asked for. */
const reporters = ["spec", join(root, "scripts/left-out-reporter.ts")].flatMap((reporter) => [
  `--test-reporter=${reporter}`,
  "--test-reporter-destination=stdout",
]);
const hasReporter = named.some((argument) => argument.startsWith("--test-reporter"));

// The browser loads what is built: of the code as it is now. Building sets NODE_ENV, which is not the tests'.
const environment = { ...process.env };
await Promise.all([buildWidget(), buildConsole(), buildMessengerThread()]);
const child = spawn(
  suitableNode(),
  [
    "--conditions=meetbot-source",
    "--disable-warning=ExperimentalWarning",
    "--test",
    `--test-global-setup=${join(root, "packages/meetbot/test/global-setup.ts")}`,
    ...(hasReporter ? [] : reporters),
    ...(named.length > 0 ? named : everything),
  ],
  { stdio: "inherit", env: environment, ...(named.length === 0 && { cwd: root }) },
);
// The terminal sends Ctrl-C to both; the tests' process then ends its database before itself.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));

function suitableNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) {
    return process.execPath;
  }
  const windows = process.platform === "win32";
  const pinned = join(
    root,
    `node_modules/node-${windows ? "win" : process.platform}-${process.arch}/bin`,
    windows ? "node.exe" : "node",
  );
  if (existsSync(pinned)) return pinned;
  console.error(
    `The tests need Node ${oldestNode.join(".")} or newer, and this is ${process.version}. Run npm install, which brings one where npm has it, or install Node 24.`,
  );
  process.exit(2);
}
