// Runs the tests: what test-plan.mjs says, or what is named on the command line, as `node --test` takes it.
// Plain JavaScript on purpose: it must run on whatever `node` is found first.
import { appendFileSync, mkdirSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildMessengerThread } from "../examples/messenger-thread/build.mjs";
import { buildConsole } from "../packages/console/build.mjs";
import { buildDocs } from "../packages/docs/build.mjs";
import { buildWidget } from "../packages/widget/build.mjs";
import { checkoutBuild } from "./build/checkout-build.mjs";
import { oldestNodeText, suitableNode } from "./suitable-node.mjs";
import { planTests } from "./test-plan.mjs";
import { runFiles } from "./test-pool.mjs";
import { findDue, preparePassed, proofs } from "./test-proofs.mjs";
import {
  describeCounts,
  describeFailures,
  describeFile,
  describeLanes,
  describeSkipped,
} from "./test-results.mjs";
import { startTestRun } from "./test-run.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const flags = ["--all", "--shuffle", "--prove"];
const named = process.argv.slice(2).filter((argument) => !flags.includes(argument));
const isAsked = (flag) => process.argv.includes(flag);
const proving = isAsked("--prove");
const everything = isAsked("--all") || Boolean(process.env.CI);

/** How long each run took: a line of JSON for each, so that what a change saved or cost is seen. */
const times = join(root, "node_modules/.cache/test-times.jsonl");

// A proof installs what it needs, and fails where it cannot.
const run = startTestRun({ node: nodeForTests(), root, env: proving ? { CI: "true" } : {} });
// The browser loads what is built, and so does `meetbot`: of the code as it is now. Building sets NODE_ENV, which is not the tests'.
await Promise.all([buildWidget(), buildConsole(), buildMessengerThread()]);
checkoutBuild();
process.exitCode = named.length > 0 && !proving ? await runNamed() : await runPlan();
run.end();

/** Options go with everything; names are of files, and alone what runs. Reports as `node --test` does. */
async function runNamed() {
  await buildDocsFor(named);
  const hasReporter = named.some((argument) => argument.startsWith("--test-reporter"));
  const reporters = ["spec", join(root, "scripts/left-out-reporter.ts")].flatMap((reporter) => [
    `--test-reporter=${reporter}`,
    "--test-reporter-destination=stdout",
  ]);
  const usual = ["--conditions=meetbot-source", "--disable-warning=ExperimentalWarning", "--test"];
  return run.start([...usual, ...(hasReporter ? [] : reporters), ...named], process.cwd());
}

/** The site of the documentation takes ten seconds: it is built where its tests run, if a page has changed. */
async function buildDocsFor(files) {
  if (files.some((file) => file.includes("packages/docs/test/site"))) await buildDocs();
}

async function runPlan() {
  const due = proving ? proofsToRun() : findDue();
  const keepPassed = preparePassed(due);
  const plan = planTests(inOrder(findTestFiles()), { everything, proving, due });
  await buildDocsFor(plan.lanes.flatMap(({ files }) => files));
  const lanes = [];
  for (const { name, files, width, budgetS, isApart } of plan.lanes) {
    const results = [];
    const began = Date.now();
    const onFile = (result) => {
      results.push(result);
      console.log(describeFile(result));
    };
    await runFiles({ run, files, width: widthHere(width), isApart, onFile });
    lanes.push({ name, seconds: (Date.now() - began) / 1000, budgetS, results });
  }
  const results = lanes.flatMap((lane) => lane.results);
  keepTimes(lanes);
  keepProofs(due, results, keepPassed);
  console.log(describeSkipped(results));
  reportLeftOut(plan.leftOut);
  console.log(describeLanes(lanes));
  console.log(describeFailures(results));
  console.log(describeCounts(results));
  return results.some(({ failed }) => failed.length > 0) ? 1 : 0;
}

/** Those that are named, or all, or those that are due. */
function proofsToRun() {
  if (named.length === 0) return isAsked("--all") ? proofs : findDue();
  const unknown = named.filter((name) => !proofs.some((proof) => proof.name === name));
  if (unknown.length === 0) return proofs.filter(({ name }) => named.includes(name));
  const names = proofs.map(({ name }) => name).join(", ");
  console.error(`There is no proof called ${unknown.join(", ")}. There are ${names}.`);
  process.exit(2);
}

/** A lane's width is for two processors. */
function widthHere(width) {
  return width === 1 ? 1 : Math.max(width, availableParallelism());
}

/** By name, or in an order that chance makes: no file may need another one before it. */
function inOrder(files) {
  if (!isAsked("--shuffle")) return files;
  return files
    .map((file) => ({ file, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ file }) => file);
}

/** What passed with nothing left out needs not run again before its files change; a clean clone has nobody to commit that. */
function keepProofs(due, results, keepPassed) {
  const isClean = (file) =>
    results.some((result) => result.file === file) &&
    results.every((one) => one.file !== file || one.failed.length + one.skipped.length === 0);
  const passed = due.filter(({ files }) => files.every(isClean));
  if (passed.length > 0 && !process.env.CI) keepPassed(passed);
}

function keepTimes(lanes) {
  const rows = lanes.map(({ name, seconds, results }) => ({
    name,
    seconds,
    files: Object.fromEntries(results.map(({ file, ms }) => [file, ms])),
  }));
  mkdirSync(join(times, ".."), { recursive: true });
  appendFileSync(
    times,
    `${JSON.stringify({ at: new Date().toISOString(), everything, lanes: rows })}\n`,
  );
}

function reportLeftOut(leftOut) {
  for (const { because, files } of leftOut) {
    console.log(`\nLeft out, because ${because}:\n${files.map((file) => `  ${file}`).join("\n")}`);
  }
  if (leftOut.length > 0 && !everything) {
    console.log("\nTo run these too: npm test -- --all (or with CI=true).");
  }
}

function findTestFiles() {
  return ["packages", "examples"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((name) => join(folder, name).replaceAll("\\", "/"))
      .filter((name) => name.endsWith(".test.ts") && !name.includes("node_modules/"))
      .sort(),
  );
}

function nodeForTests() {
  const node = suitableNode();
  if (node !== null) return node;
  console.error(
    `The tests need Node ${oldestNodeText} or newer, and this is ${process.version}. Run npm install, which brings one where npm has it, or install Node 24.`,
  );
  process.exit(2);
}
