// Fails where a regular expression can be made to read its input again and again: a message that takes
// seconds to read holds the node for everybody. Part of `npm run check`.
import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { exemptions } from "./regexps/exempt-regexps.ts";
import { readRegexps } from "./regexps/read-regexps.ts";
import { recordBuilt } from "./regexps/record-built.ts";
import { readSafeList, safeListFile, writeSafeList } from "./regexps/safe-list.ts";
import { scanAll } from "./regexps/scan-all.ts";
import { loadScanner } from "./regexps/scanner.ts";

const root = new URL("../", import.meta.url);
process.chdir(fileURLToPath(root));

/** All that runs in production, also in the demo; not what only tests and measurements load. */
const paths = globSync("{packages/*,examples/demo-store}/src/**/*.{ts,tsx}").filter(
  (path) => !/\.(?:test|fixture|contract)\.tsx?$/.test(path),
);

/** Puts together the phrases of the lexicons, and what has that done while it loads. */
const phrases = {
  path: "packages/meetbot/src/recognition/matching/phrase-syntax.ts",
  user: "packages/meetbot/src/recognition/recognize.ts",
};

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
const built = await recordBuilt([...building.map(({ path }) => path), phrases.user], root);
for (const place of building.flatMap(({ builtAt }) => builtAt)) {
  if (built.some((each) => each.place === place)) continue;
  complaints.push(`${place}: is put together while it is used; do it once, when the module loads.`);
}
const own = new Set(building.flatMap(({ builtAt }) => builtAt));
const waiting = [
  ...files.flatMap(({ path, written }) => written.filter(({ source }) => !isExempt(path, source))),
  ...built
    .filter(({ place }) => own.has(place))
    .map((regexp) => ({ ...regexp, isPhrase: regexp.place.startsWith(phrases.path) })),
];
for (const exemption of exemptions) {
  if (!used.has(exemption)) complaints.push(`${exemption.path}: has no “${exemption.expression}”.`);
}

const known = readSafeList(safeListFile);
const outcome = await scanAll(waiting, known, loadScanner);
complaints.push(...outcome.complaints);
for (const complaint of complaints) console.error(complaint);
console.log(
  `${waiting.length} regular expressions in ${paths.length} files, ${outcome.scanned} of them new and scanned: ${complaints.length} faults.`,
);
updateSafeList();
process.exit(complaints.length > 0 ? 1 : 0);

/** Writes down what is safe, but in CI, which has nobody to commit it. */
function updateSafeList() {
  const added = [...outcome.safe].filter((hash) => !known.has(hash)).length;
  if (added === 0 && known.size === outcome.safe.size) return;
  const list = "scripts/regexps/safe-regexps.txt";
  if (!process.env.CI) {
    writeSafeList(safeListFile, outcome.safe);
    console.log(`${list} has changed: commit it.`);
  } else if (added > 0) {
    console.log(
      `${list} lacks ${added} of them, which costs time here. Run npm run scan:regexps, and commit the list.`,
    );
  }
}
