import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** A checkout of Meetbot, and how it is run. */
export interface Checkout {
  /** The commit that it stands at, for people. */
  name: string;
  /** What Node is given, and with which variables. */
  program: string;
  env: Record<string, string>;
  runs: "bundle" | "source";
}

const ownFolder = fileURLToPath(new URL("../../", import.meta.url));

/** The options of Node that `bin/meetbot.js` chooses, and the one by which packages are found as source. */
const sourceOptions = [
  `--v8-pool-size=${Math.min(4, Math.max(1, availableParallelism() - 1))}`,
  "--max-semi-space-size=16",
  "--disable-warning=ExperimentalWarning",
  "--conditions=meetbot-source",
];

/**
 * This checkout and the one in a folder, both run the same way: their bundles, or, where one of them has none because it
 * is older than those, both from source. Throws where there is no checkout in the folder.
 */
export function pairOfCheckouts(folder: string): { this: Checkout; other: Checkout } {
  const other = resolve(folder);
  if (!existsSync(join(other, "packages/meetbot/bin/meetbot.js"))) {
    throw new Error(`There is no checkout of Meetbot in ${other}: --pair takes the folder of one.`);
  }
  const haveBundles = [ownFolder, other].every((one) =>
    existsSync(join(one, "scripts/build/checkout-build.mjs")),
  );
  const runs = haveBundles ? "bundle" : "source";
  return { this: checkoutIn(ownFolder, runs), other: checkoutIn(other, runs) };
}

/** This checkout as its own `meetbot` command runs it. */
export function thisCheckout(): Checkout {
  return checkoutIn(ownFolder, "bundle");
}

function checkoutIn(folder: string, runs: Checkout["runs"]): Checkout {
  const own = { name: commitOf(folder), runs };
  return runs === "bundle"
    ? { ...own, program: join(folder, "packages/meetbot/bin/meetbot.js"), env: {} }
    : {
        ...own,
        program: join(folder, "packages/meetbot/src/cli/main.ts"),
        env: { NODE_OPTIONS: sourceOptions.join(" ") },
      };
}

function commitOf(folder: string): string {
  const describe = ["-C", folder, "describe", "--always", "--dirty", "--exclude=*"];
  return execFileSync("git", describe, { encoding: "utf8" }).trim();
}
