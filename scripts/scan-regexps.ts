// Fails where a regular expression can be made to read its input again and again: a message that takes
// seconds to read holds the node for everybody. Part of `npm run check`.
import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check, type Diagnostics } from "recheck";
import { exemptions } from "./regexps/exempt-regexps.ts";
import { type FoundRegexp, readRegexps } from "./regexps/read-regexps.ts";
import { recordBuilt } from "./regexps/record-built.ts";

const root = new URL("../", import.meta.url);
process.chdir(fileURLToPath(root));

/** All that runs in production, also in the demo; not what only tests and measurements load. */
const paths = globSync("{packages/*,examples/demo-store}/src/**/*.{ts,tsx}").filter(
  (path) => !/\.(?:test|fixture|contract)\.tsx?$/.test(path),
);

/** Long enough for any that is not hopeless, also on a machine that has much else to do. */
const longestScanMs = 180_000;

/** By steps alone: by the clock, a busy machine would find faults that are none. */
const options = { timeout: longestScanMs, attackTimeout: null, incubationTimeout: null };

/** As many as are scanned at once. */
const width = 2;

const files = paths.sort().map((path) => ({ path, ...readRegexps(path) }));
const isExempt = (path: string, source: string | null) => {
  const exemption = exemptions.find(
    (each) =>
      each.path === path &&
      (source === null ? each.expression === "built" : source.includes(each.expression)),
  );
  if (exemption) used.add(exemption);
  return exemption !== undefined;
};
const used = new Set<(typeof exemptions)[number]>();
const complaints: string[] = [];

const building = files.filter(({ path, builtAt }) => builtAt.length > 0 && !isExempt(path, null));
const built = await recordBuilt(
  building.map(({ path }) => path),
  root,
);
for (const place of building.flatMap(({ builtAt }) => builtAt)) {
  if (built.some((each) => each.place === place)) continue;
  complaints.push(`${place}: is put together while it is used; do it once, when the module loads.`);
}
const own = new Set(building.flatMap(({ builtAt }) => builtAt));
const waiting = [
  ...files.flatMap(({ path, written }) => written.filter(({ source }) => !isExempt(path, source))),
  ...built.filter(({ place }) => own.has(place)),
];
for (const exemption of exemptions) {
  if (!used.has(exemption)) complaints.push(`${exemption.path}: has no “${exemption.expression}”.`);
}

const verdicts = new Map<string, Promise<Diagnostics>>();
const count = waiting.length;
await Promise.all(
  Array.from({ length: width }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const complaint = explain(next, await judge(next));
      if (complaint) complaints.push(complaint);
    }
  }),
);
for (const complaint of complaints) console.error(complaint);
console.log(`${count} regular expressions in ${paths.length} files: ${complaints.length} faults.`);
process.exit(complaints.length > 0 ? 1 : 0);

function judge({ source, flags }: FoundRegexp): Promise<Diagnostics> {
  const key = `/${source}/${flags}`;
  // `d` only asks for indices; the scanner does not know it.
  const verdict = verdicts.get(key) ?? check(source, flags.replace("d", ""), options);
  verdicts.set(key, verdict);
  return verdict;
}

function explain({ place, source }: FoundRegexp, verdict: Diagnostics): string | null {
  if (verdict.status === "safe") return null;
  const what =
    verdict.status === "vulnerable"
      ? `takes ${verdict.complexity.summary} time, for example for ${verdict.attack.pattern}`
      : `cannot be judged (${verdict.error.kind}); make it simpler`;
  return `${place}: /${source}/ ${what}.`;
}
