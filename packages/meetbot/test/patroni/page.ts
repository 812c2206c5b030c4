import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const text = readFileSync(
  new URL("../../../../docs/high-availability.md", import.meta.url),
  "utf8",
);
const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];

/** The one block of a language on the page that has these words: what is tried is what operators copy. */
export function blockOf(language: string, has: string): string {
  const found = blocks.filter(([, of, code = ""]) => of === language && code.includes(has));
  assert.equal(found.length, 1, `docs/high-availability.md: ${language} with ${has}`);
  return found[0]![2]!;
}

/** The page's machines, by their names there. */
export const machines = { a: "10.0.0.11", b: "10.0.0.12", c: "10.0.0.13" } as const;
export type MemberName = keyof typeof machines;

/** The network of the page's machines; a test has one of its own on its loopback. */
export const network = "10.0.0.";

/**
 * Returns a file as the page describes it for another machine: lines that name only `a` get that machine's name and
 * address.
 */
export function onMachine(code: string, name: MemberName): string {
  return code
    .split("\n")
    .map((line) =>
      line.includes(machines.b)
        ? line
        : line.replaceAll(machines.a, machines[name]).replace(/(?<=^name: |^ETCD_NAME=)a$/, name),
    )
    .join("\n");
}

/** The variables that a block for the shell sets. */
export function exported(code: string): Record<string, string> {
  const lines = code.matchAll(/^export (\w+)=(.*)$/gm);
  return Object.fromEntries([...lines].map(([, name = "", value = ""]) => [name, value]));
}
