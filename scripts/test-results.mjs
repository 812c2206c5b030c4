// What a run says last. Plain JavaScript on purpose, as test.mjs is.

const maxSlowest = 10;
/** Of each error, and of all of them: a log of which only the end is kept has them all. */
const maxErrorLines = 14;
const maxErrorCharacters = 600;
const maxCharacters = 8_000;

/** Formats a line for a finished file, followed at once by all details of its failures. */
export function describeFile({ file, ms, passed, failed, skipped }) {
  const counts = `${passed} passed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`;
  const head = `${failed.length > 0 ? "✖" : "✔"} ${inSeconds(ms)}  ${file}: ${counts}`;
  const errors = failed.map(({ name, error, whole }) => `  ✖ ${name}\n${indent(whole || error)}`);
  return [head, ...errors].join("\n");
}

/** How long each lane took, beside its budget, and its slowest files. */
export function describeLanes(lanes) {
  const rows = lanes
    .filter(({ results }) => results.length > 0)
    .map(({ name, seconds, budgetS, results }) => {
      const files = String(new Set(results.map(({ file }) => file)).size).padStart(4);
      const over = seconds > budgetS ? `  over its budget of ${budgetS} s` : "";
      const slowest = results
        .toSorted((one, other) => other.ms - one.ms)
        .slice(0, maxSlowest)
        .map(({ file, ms }) => `  ${inSeconds(ms)}  ${file}`);
      return [`${name.padEnd(8)} ${files} files ${inSeconds(seconds * 1000)}${over}`, ...slowest];
    });
  return `\nLanes, and the slowest files of each:\n${rows.flat().join("\n")}`;
}

/** Which tests were left out, by reason; empty where none was. */
export function describeSkipped(results) {
  const namesOf = new Map();
  for (const { name, because } of results.flatMap(({ skipped }) => skipped)) {
    namesOf.set(because, [...(namesOf.get(because) ?? []), name]);
  }
  return [...namesOf]
    .map(
      ([because, names]) =>
        `\nLeft out, because ${because}:\n${names.map((name) => `  ${name}`).join("\n")}`,
    )
    .join("\n");
}

/** All tests that failed, in whichever lane; empty where none did. */
export function describeFailures(results) {
  const failures = results.flatMap(({ file, failed }) => failed.map((one) => ({ file, ...one })));
  if (failures.length === 0) return "";
  let left = maxCharacters;
  const lines = failures.map(({ file, name, error }) => {
    const shown = beginningOf(error, Math.min(maxErrorCharacters, Math.max(0, left)));
    left -= shown.length;
    return `✖ ${file}: ${name}${shown && `\n${shown}`}`;
  });
  return `\n${failures.length} failed:\n${lines.join("\n")}`;
}

/** The last line: what came of all tests. */
export function describeCounts(results) {
  const sum = (count) => results.reduce((total, result) => total + count(result), 0);
  const skipped = sum((result) => result.skipped.length);
  return `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed.length)} failed, ${skipped} skipped`;
}

function beginningOf(error, characters) {
  return indent(error.slice(0, characters).split("\n").slice(0, maxErrorLines).join("\n"));
}

const indent = (text) =>
  text
    .split("\n")
    .map((line) => `    ${line}`.trimEnd())
    .join("\n")
    .trimEnd();

const inSeconds = (ms) => `${(ms / 1000).toFixed(1).padStart(7)} s`;
