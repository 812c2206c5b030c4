import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** A checkout of Meetbot, and how it is run. */
export interface Checkout {
  /** The commit that it stands at, for people. */
  name: string;
  /** Its own `meetbot` command, with the options of Node that it chooses. */
  program: string;
}

const ownFolder = fileURLToPath(new URL("../../", import.meta.url));

/**
 * This checkout and the one in a folder, each as its own `meetbot` command runs it: one that is older than bundles runs
 * from source. Throws where there is no checkout in the folder.
 */
export function pairOfCheckouts(folder: string): { this: Checkout; other: Checkout } {
  const other = resolve(folder);
  if (!existsSync(join(other, "packages/meetbot/bin/meetbot.js"))) {
    throw new Error(`There is no checkout of Meetbot in ${other}: --pair takes the folder of one.`);
  }
  return { this: checkoutIn(ownFolder), other: checkoutIn(other) };
}

/** This checkout as its own `meetbot` command runs it. */
export function thisCheckout(): Checkout {
  return checkoutIn(ownFolder);
}

function checkoutIn(folder: string): Checkout {
  return { name: commitOf(folder), program: join(folder, "packages/meetbot/bin/meetbot.js") };
}

function commitOf(folder: string): string {
  const describe = ["-C", folder, "describe", "--always", "--dirty", "--exclude=*"];
  return execFileSync("git", describe, { encoding: "utf8" }).trim();
}
