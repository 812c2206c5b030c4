import { createRequire } from "node:module";
import { join } from "node:path";
import { installApart } from "../install-apart.ts";
import type { Regexp } from "./read-regexps.ts";

/** What the scanner says of an expression. */
export type RegexpVerdict =
  | { status: "safe" }
  | {
      status: "vulnerable";
      complexity: { summary: string };
      attack: { pattern: string };
    }
  | { status: "unknown"; error: { kind: string } };

/** Says of an expression whether a text can make it read that text again and again. */
export type Scanner = (regexp: Regexp) => Promise<RegexpVerdict>;

/** The name under which it is installed, and its version. */
export const scannerName = "regexp-scanner";
export const scannerVersions = { recheck: "4.5.0" };

/** Long enough for any that is not hopeless, also on a machine that has much else to do. */
const maxScanMs = 180_000;

/** By steps alone: by the clock, a busy machine would find faults that are none. */
export const scannerOptions = {
  timeout: maxScanMs,
  attackTimeout: null,
  incubationTimeout: null,
};

/**
 * As an automaton an expression is proved to be safe, mostly in milliseconds, or is shown a text that it fails on. Some
 * cannot be read as one: attacks are looked for then.
 */
const proofOptions = { ...scannerOptions, checker: "automaton", timeout: 10_000 };

/** Returns the scanner, and installs it where it is not there yet: few commits have an expression to scan. */
export function loadScanner(): Scanner {
  return scannerIn(installApart(scannerName, scannerVersions));
}

/** Returns the scanner that is installed in a folder. */
export function scannerIn(folder: string): Scanner {
  const { check } = createRequire(join(folder, "package.json"))("recheck");
  return async ({ source, flags, isPhrase = false }) => {
    // `d` only asks for indices; the scanner does not know it.
    const regexp = [source, flags.replace("d", "")] as const;
    const proved: RegexpVerdict = await check(...regexp, proofOptions);
    return proved.status === "unknown" && !isPhrase ? check(...regexp, scannerOptions) : proved;
  };
}
