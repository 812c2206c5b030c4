// What takes minutes and seldom breaks: it runs when what it depends on has changed since it last passed, and at each
// release. Plain JavaScript on purpose, as test.mjs is.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What each proof depended on when it last passed: its name → a hash. Committed, with the change that it was run for. */
const record = join(root, "scripts/test-proofs.json");

/** What npm installs: a part of each. */
const always = ["package-lock.json"];

const connector = (name) => [
  `packages/connectors/src/${name}/`,
  "packages/connectors/src/http/",
  "packages/connectors/src/shop/",
  `packages/connectors/test/${name}/`,
  `packages/connectors/test/${name}.test.ts`,
  "packages/connectors/test/serve-shop.ts",
];

/** The same file of each package. */
const ofPackages = (name) =>
  readdirSync(join(root, "packages"))
    .map((folder) => `packages/${folder}/${name}`)
    .filter((file) => existsSync(join(root, file)));

/** By name: its test files, and the files and folders (which end in `/`) that it depends on. */
export const proofs = [
  {
    name: "runtimes",
    files: ["packages/sdk/test/runtimes.test.ts"],
    inputs: [
      "packages/sdk/src/",
      "packages/sdk/examples/",
      "packages/sdk/test/",
      "packages/protocol/src/",
    ],
  },
  {
    name: "other-languages",
    files: [
      "packages/meetbot/test/merchant-guide.test.ts",
      "packages/meetbot/test/python-merchant.test.ts",
      "packages/meetbot/test/push-examples.test.ts",
    ],
    inputs: [
      "docs/merchant-guide.md",
      "docs/protocol.md",
      "docs/zh/merchant-guide.md",
      "docs/zh/protocol.md",
      "packages/conformance/src/",
      "packages/meetbot/test/fixtures/",
      "packages/meetbot/test/merchant-guide.test.ts",
      "packages/meetbot/test/push-examples.test.ts",
      "packages/meetbot/test/python-merchant.test.ts",
      "packages/protocol/src/",
      "packages/sdk/src/",
    ],
  },
  {
    name: "postgres-versions",
    files: [
      "packages/meetbot/test/postgres-versions.test.ts",
      "packages/meetbot/test/system-postgresql.test.ts",
    ],
    inputs: [
      "packages/embedded-postgres/src/",
      "packages/meetbot/src/store/",
      "packages/meetbot/test/postgres-versions/",
      "packages/meetbot/test/postgres-versions.test.ts",
      "packages/meetbot/test/system-postgresql.test.ts",
    ],
  },
  {
    // Three members lose their leader; etcd and Patroni take their time about it.
    name: "high-availability",
    files: ["packages/meetbot/test/patroni.test.ts"],
    inputs: [
      "docs/high-availability.md",
      "packages/meetbot/src/platform/postgres/",
      "packages/meetbot/test/crash/listen.ts",
      "packages/meetbot/test/crash/pushed-customer.ts",
      "packages/meetbot/test/crash/pushing-shop.ts",
      "packages/meetbot/test/crash/until-taken.ts",
      "packages/meetbot/test/patroni/",
      "packages/meetbot/test/patroni.test.ts",
    ],
  },
  {
    name: "released-states",
    files: ["packages/meetbot/test/released-states.test.ts"],
    inputs: [
      "packages/meetbot/src/secrets/",
      "packages/meetbot/src/platform/sealing/",
      "packages/meetbot/src/store/upgrade/",
      "packages/meetbot/test/released-states/",
      "packages/meetbot/test/released-states.test.ts",
    ],
  },
  {
    // Packed, published to a registry, installed and run on three versions of Node, and as an image.
    name: "released",
    files: ["packages/meetbot/test/released.test.ts"],
    inputs: [
      ...ofPackages("package.json"),
      "package.json",
      "deploy/",
      "packages/embedded-postgres/src/",
      "packages/meetbot/bin/",
      "packages/meetbot/src/cli/",
      "packages/meetbot/src/server/pages/",
      "packages/meetbot/src/store/upgrade/",
      "packages/meetbot/test/released/",
      "packages/meetbot/test/released.test.ts",
      "scripts/release/",
    ],
  },
  {
    name: "training",
    files: ["packages/meetbot/training/train-whole.test.ts"],
    inputs: [
      "packages/model/src/",
      "packages/meetbot/src/recognition/",
      "packages/meetbot/training/",
    ],
  },
  {
    name: "peers",
    files: [
      "packages/meetbot/test/messenger-peers.test.ts",
      "packages/meetbot/test/telegram-peers.test.ts",
    ],
    inputs: [
      "packages/meetbot/src/channels/messenger/",
      "packages/meetbot/src/channels/telegram/",
      "packages/meetbot/src/graph-simulator/",
      "packages/meetbot/src/telegram-simulator/",
      "packages/meetbot/test/messenger-peers/",
      "packages/meetbot/test/messenger-peers.test.ts",
      "packages/meetbot/test/telegram-peers/",
      "packages/meetbot/test/telegram-peers.test.ts",
    ],
  },
  {
    name: "shopify",
    files: ["packages/connectors/test/shopify.test.ts"],
    inputs: connector("shopify"),
  },
  {
    name: "shopware",
    files: ["packages/connectors/test/shopware.test.ts"],
    inputs: connector("shopware"),
  },
  {
    name: "vendure",
    files: [
      "packages/connectors/test/vendure.test.ts",
      "packages/console/test/real-vendure.test.ts",
    ],
    inputs: [
      ...connector("vendure"),
      "docs/connectors.md",
      "examples/vendure-shop/",
      "packages/console/test/real-vendure.test.ts",
    ],
  },
];

/** The proofs whose files, dependencies or the lockfile have changed since they passed. */
export function findDue(folder = root, passed = readRecord()) {
  return proofs.filter((proof) => passed[proof.name] !== hashInputs(proof, folder));
}

/**
 * Returns what writes down which of some proofs have passed: with their inputs as they are now, before these run. What
 * is changed meanwhile is not proved. Those that are gone go with it.
 */
export function preparePassed(due) {
  const hashes = new Map(due.map((proof) => [proof.name, hashInputs(proof)]));
  return (passed) => keepPassed(passed, hashes);
}

function keepPassed(passed, hashes) {
  const known = readRecord();
  for (const { name } of passed) known[name] = hashes.get(name);
  const rows = proofs.filter(({ name }) => known[name]).map(({ name }) => [name, known[name]]);
  writeFileSync(record, `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`);
}

const readRecord = () => (existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : {});

/** Of what a proof depends on, below a folder. */
export function hashInputs({ inputs }, folder = root) {
  const hash = createHash("sha256");
  const files = [...always, ...inputs].flatMap((input) => filesOf(folder, input));
  for (const file of [...new Set(files)].sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update("\0");
  }
  return hash.digest("hex").slice(0, 32);
}

/** What is made of the files of a folder is none of them. */
const made = /(?:^|\/)(?:node_modules|dist|\.cache)(?:\/|$)/;

function filesOf(folder, input) {
  if (!input.endsWith("/")) return [input];
  return readdirSync(join(folder, input), { recursive: true })
    .map((name) => `${input}${name.replaceAll("\\", "/")}`)
    .filter((file) => !made.test(file) && statSync(join(folder, file)).isFile());
}
