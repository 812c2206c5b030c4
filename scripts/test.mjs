// Runs the tests: what test-plan.mjs says, or what is named on the command line, as `node --test` takes it.
// Plain JavaScript on purpose: it must run on whatever `node` is found first.
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildMessengerThread } from "../examples/messenger-thread/build.mjs";
import { buildConsole } from "../packages/console/build.mjs";
import { buildDocs } from "../packages/docs/build.mjs";
import { buildWidget } from "../packages/widget/build.mjs";
import { oldestNodeText, suitableNode } from "./suitable-node.mjs";
import { planTests } from "./test-plan.mjs";
import { describeFailures, describeSlowest } from "./test-results.mjs";
import { startTestRun } from "./test-run.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const all = "--all";
const named = process.argv.slice(2).filter((argument) => argument !== all);
const everything = process.argv.includes(all) || Boolean(process.env.CI);

/** What is usual, and behind it what was left out and why; unless other reporters are asked for. */
const reporters = ["spec", join(root, "scripts/left-out-reporter.ts")].flatMap((reporter) => [
  `--test-reporter=${reporter}`,
  "--test-reporter-destination=stdout",
]);
const hasReporter = named.some((argument) => argument.startsWith("--test-reporter"));
const usual = [
  "--conditions=meetbot-source",
  "--disable-warning=ExperimentalWarning",
  "--test",
  ...(hasReporter ? [] : reporters),
];

/** At least two: a test waits for a node, a timer or a database more often than for its own process. */
const sideBySide = Math.max(2, availableParallelism() - 1);

/** A browser's own processes keep a core busy, and wait for the page between. */
const browsersAtOnce = 2;

const run = startTestRun({ node: nodeForTests(), root });
// The browser loads what is built: of the code as it is now. Building sets NODE_ENV, which is not the tests'.
await Promise.all([buildWidget(), buildConsole(), buildMessengerThread()]);
process.exitCode = named.length > 0 ? await runNamed() : await runPlan();
run.end();

/** Options go with everything; names are of files, and alone what runs. */
async function runNamed() {
  await buildDocsFor(named);
  const concurrency = `--test-concurrency=${sideBySide}`;
  return run.start([...usual, concurrency, ...named], process.cwd());
}

/** The site of the documentation takes ten seconds: it is built where its tests run, if a page has changed. */
async function buildDocsFor(files) {
  if (files.some((file) => file.includes("packages/docs/test/site"))) await buildDocs();
}

async function runPlan() {
  const plan = planTests(findTestFiles(), { everything });
  await buildDocsFor(plan.browsers);
  const parts = [];
  const start = (name, files, concurrency) => {
    if (files.length === 0) return 0;
    const results = join(run.folder, `results-${parts.length}.jsonl`);
    parts.push({ name, results });
    const more = [
      `--test-concurrency=${concurrency}`,
      `--test-reporter=${join(root, "scripts/results-reporter.ts")}`,
      `--test-reporter-destination=${results}`,
    ];
    return run.start([...usual, ...more, ...files], root);
  };
  const codes = [
    await start("side by side", plan.together, sideBySide),
    await start("in a browser", plan.browsers, browsersAtOnce),
    await start("alone", plan.alone, 1),
  ];
  console.log(describeSlowest(parts));
  tellLeftOut(plan.leftOut);
  const failures = describeFailures(parts);
  if (failures !== "") console.log(failures);
  else if (codes.some((code) => code !== 0))
    console.error("\nA part of the tests has failed, though no test of it has: see its end above.");
  return Math.max(...codes);
}

function tellLeftOut(leftOut) {
  for (const { because, files } of leftOut) {
    console.log(`\nLeft out, because ${because}:\n${files.map((file) => `  ${file}`).join("\n")}`);
  }
  if (leftOut.length > 0) console.log("\nTo run these too: npm test -- --all (or with CI=true).");
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
