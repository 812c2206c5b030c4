// What a run of several parts says last. Plain JavaScript on purpose, as test.mjs is.
import { existsSync, readFileSync } from "node:fs";

const slowestShown = 20;
/** Of each error, and of all of them: whoever keeps only the end of a log is to have them all. */
const errorLines = 14;
const errorCharacters = 600;
const allCharacters = 8_000;

/** The slowest files of each part, by what `results-reporter.ts` wrote down: where time goes. */
export function describeSlowest(parts) {
  return parts
    .map(({ name, results }) => ({ name, files: readResults(results).filter(({ ms }) => ms >= 0) }))
    .filter(({ files }) => files.length > 0)
    .map(({ name, files }) => {
      const slowest = files.toSorted((one, other) => other.ms - one.ms).slice(0, slowestShown);
      const lines = slowest.map(
        ({ file, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${file}`,
      );
      return `\nThe slowest of ${files.length} files that ran ${name}:\n${lines.join("\n")}`;
    })
    .join("\n");
}

/** All tests that failed, in whichever part; empty where none did. */
export function describeFailures(parts) {
  const failures = parts
    .flatMap(({ results }) => readResults(results))
    .filter(({ failed }) => failed !== undefined);
  if (failures.length === 0) return "";
  let left = allCharacters;
  const lines = failures.map(({ file, failed, error }) => {
    const shown = beginningOf(error, Math.min(errorCharacters, Math.max(0, left)));
    left -= shown.length;
    return `✖ ${file}: ${failed}${shown && `\n${shown}`}`;
  });
  return `\n${failures.length} failed:\n${lines.join("\n")}`;
}

function beginningOf(error, characters) {
  const lines = error.slice(0, characters).split("\n").slice(0, errorLines);
  return lines
    .map((line) => `    ${line}`.trimEnd())
    .join("\n")
    .trimEnd();
}

function readResults(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}
