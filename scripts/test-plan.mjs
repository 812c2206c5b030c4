// Which tests `npm test` runs, and how. Plain JavaScript on purpose, as test.mjs is.
import { proofs } from "./test-proofs.mjs";

/**
 * What `npm test` leaves to `npm test -- --all` and to CI, and why. A name that ends in `/` stands for all
 * test files below that folder, but those that `keep` names: one of each kind always runs.
 */
export const leftOut = [
  {
    because: "they look at each page in a browser, in both languages, on wide and on small screens",
    names: [
      "packages/console/test/",
      "examples/messenger-thread/test/",
      "packages/docs/test/site.test.ts",
      "packages/embed/test/",
      "packages/widget/test/",
      "examples/demo-store/test/storefront-look.test.ts",
    ],
    keep: [
      "packages/console/test/entrance.test.ts",
      "packages/widget/test/size.test.ts",
      "packages/widget/test/ui-flows.test.ts",
    ],
  },
  {
    because: "each step of theirs is a `meetbot` command, in a process of its own",
    names: [
      "packages/meetbot/src/cli/commands/",
      "packages/meetbot/src/cli/demo/hold-samples.test.ts",
      "packages/meetbot/test/access.test.ts",
      "packages/meetbot/test/bad-input.test.ts",
    ],
    keep: [
      "packages/meetbot/src/cli/commands/bot/bot-delete.test.ts",
      "packages/meetbot/src/cli/commands/chat.test.ts",
      "packages/meetbot/src/cli/commands/webhook/check-url.test.ts",
      "packages/meetbot/src/cli/commands/recognize.test.ts",
    ],
  },
  {
    because:
      "they start PostgreSQL and nodes again and again, and end them in the middle of their work",
    names: [
      "packages/embedded-postgres/",
      "packages/meetbot/src/features/backup/files/",
      "packages/meetbot/test/backup.test.ts",
      "packages/meetbot/test/bot-move.test.ts",
      "packages/meetbot/test/channel-nodes.test.ts",
      "packages/meetbot/test/crash.test.ts",
      "packages/meetbot/test/failover.test.ts",
      "packages/meetbot/test/interrupted-run.test.ts",
      "packages/meetbot/test/node-readiness.test.ts",
      "packages/meetbot/test/rotation.test.ts",
      "packages/meetbot/test/two-nodes.test.ts",
    ],
    keep: [
      "packages/embedded-postgres/src/programs/find-programs.test.ts",
      "packages/meetbot/src/features/backup/files/backup.test.ts",
    ],
  },
  {
    because: "they build packages, and run programs in other languages",
    names: [
      "packages/conformance/test/installed.test.ts",
      "packages/connectors/test/",
      "packages/meetbot/test/published.test.ts",
      "packages/sdk/test/",
    ],
    keep: ["packages/sdk/test/parsed-bodies.test.ts", "packages/sdk/test/readme.test.ts"],
  },
  {
    because: "they attack a server from all sides, or ask a node thousands of times",
    names: [
      "packages/meetbot/src/merchant/hostile/hostile-merchants.test.ts",
      "packages/meetbot/src/merchant/hostile/memory.test.ts",
      "packages/meetbot/src/features/customer-updates/http/push-floods.test.ts",
      "packages/meetbot/test/attacks/",
      "packages/meetbot/test/hostile-merchants.test.ts",
    ],
    keep: [
      "packages/meetbot/test/attacks/insiders.test.ts",
      "packages/meetbot/test/attacks/made-up-choices.test.ts",
      "packages/meetbot/test/attacks/masking.test.ts",
      "packages/meetbot/test/attacks/month-by-email.test.ts",
    ],
  },
];

const inBrowser = [
  "examples/demo-store/test/storefront-look.test.ts",
  "examples/messenger-thread/test/",
  "packages/console/test/",
  "packages/docs/test/site.test.ts",
  "packages/embed/test/",
  "packages/widget/test/",
];

/**
 * They measure time, and what is beside them counts; or they pack what is published, for which packages have another
 * package.json for a moment.
 */
const alone = [
  "packages/meetbot/src/merchant/hostile/memory.test.ts",
  "packages/meetbot/test/attacks/bodies.test.ts",
  "packages/meetbot/test/attacks/shop-places.test.ts",
  "packages/meetbot/test/attacks/timing-under-code.test.ts",
  "packages/meetbot/test/bot-move.test.ts",
  "packages/meetbot/test/crash.test.ts",
  "packages/meetbot/test/released.test.ts",
  "packages/meetbot/test/rotation.test.ts",
  "packages/meetbot/test/two-nodes.test.ts",
];

/**
 * The parts of a run, one after the other: which files, and how many of them at once on a machine with two processors.
 * A file belongs to the first that names it. `budgetS`: what it may take there when all its files run.
 */
export const lanes = [
  // A measurement has its process to itself, too.
  { name: "alone", names: alone, width: 1, budgetS: 200, isApart: () => true },
  // A browser's own processes keep a core busy, and wait for the page between.
  { name: "browser", names: inBrowser, width: 2, budgetS: 480, isApart: isOneOfApart },
  // A test waits for a node, a timer or a database more often than for its own process.
  { name: "code", names: [""], width: 3, budgetS: 660, isApart: isOneOfApart },
];

/** Files that would see what others before them in the same process left behind, or the other way round. */
export const apart = [
  "packages/meetbot/test/system-postgresql.test.ts",
  "packages/sdk/src/explain-refusal.test.ts",
];

function isOneOfApart(file) {
  return isNamed(apart, file);
}

/**
 * Sorts test files: those of each lane, and those that are left out, with the reason. Of the proofs (test-proofs.mjs)
 * those that are `due` run, if all else does; they alone where `proving` says so.
 */
export function planTests(files, { everything, proving = false, due }) {
  const isDue = (file) => due.some((proof) => proof.files.includes(file));
  const ofProofs = proofs.flatMap((proof) => proof.files);
  const rules = everything
    ? [{ because: unchanged, names: ofProofs.filter((file) => !isDue(file)), keep: [] }]
    : [{ because: slow, names: ofProofs, keep: [] }, ...leftOut];
  let now = files;
  const notNow = (proving ? [] : rules).map(({ because, names, keep }) => {
    const isLeft = (file) => isNamed(names, file) && !keep.includes(file);
    const left = now.filter(isLeft);
    now = now.filter((file) => !isLeft(file));
    return { because, files: left };
  });
  if (proving) now = files.filter(isDue);
  const laneOf = (file) => lanes.find(({ names }) => isNamed(names, file));
  return {
    lanes: lanes.map((lane) => ({ ...lane, files: now.filter((file) => laneOf(file) === lane) })),
    leftOut: notNow.filter(({ files: left }) => left.length > 0),
  };
}

const unchanged =
  "nothing that they depend on has changed since they passed (npm run prove -- --all runs them)";
const slow =
  "they take minutes and seldom break (npm run prove runs those whose files have changed)";

/** Whether one of the names stands for this file. */
export function isNamed(names, file) {
  return names.some((name) =>
    name === "" || name.endsWith("/") ? file.startsWith(name) : file === name,
  );
}
