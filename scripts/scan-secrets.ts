// Fails where a secret is about to be published with the code: once it is in a checkout, it is known.
// Part of `npm run check`.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listFiles } from "./list-files.ts";
import { findSecrets } from "./secrets/find-secrets.ts";
import { knownExamples } from "./secrets/known-examples.ts";

process.chdir(fileURLToPath(new URL("../", import.meta.url)));

const ownList = "scripts/secrets/known-examples.ts";

/** Pictures, fonts and models are no text. */
const paths = listFiles()
  .filter((path) => path !== ownList)
  .filter((path) => !/\.(?:png|jpe?g|gif|ico|woff2?|bin|gz|pdf)$/.test(path));

const known = new Map(knownExamples.map(({ value }) => [value, 0]));
const found = (await Promise.all(paths.map(read))).flat();
const complaints = found.flatMap(({ place, value, what }) => {
  const times = known.get(value);
  if (times === undefined) return [`${place}: looks like ${what}, of ${value.length} characters.`];
  known.set(value, times + 1);
  return [];
});
for (const [value, times] of known) {
  if (times === 0) complaints.push(`The known example ${value.slice(0, 12)}… stands nowhere.`);
}
for (const complaint of complaints) console.error(complaint);
console.log(`${paths.length} files: ${complaints.length} secrets.`);
process.exit(complaints.length > 0 ? 1 : 0);

async function read(path: string) {
  const content = readFileSync(path, "utf8");
  return content.includes("\0") ? [] : findSecrets(path, content);
}
