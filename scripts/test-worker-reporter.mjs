// Sends the pool the results of a worker's tests.
import { inspect, stripVTControlCharacters } from "node:util";

/** Is there while a file is loaded, and is none of the file's. */
export const loadingTest = "(the file is loaded)";

// biome-ignore lint/style/noDefaultExport: it is the one Node looks for.
// biome-ignore lint/correctness/useYield: a reporter is a generator, and this one writes nothing.
export default async function* sendResults(events) {
  for await (const { type, data } of events) {
    if (!process.connected || data.name === loadingTest) continue;
    if (type === "test:pass" || type === "test:fail") process.send(resultOf(type, data));
    // Activity after a test's end makes Node exit with 1, and the runner reports it at the very end.
    if (type === "test:diagnostic" && /asynchronous activity/.test(data.message))
      process.send({ late: data.message });
  }
}

function resultOf(type, { name, nesting, details, skip }) {
  const result = {
    isFile: nesting === 0,
    passed: type === "test:pass",
    name,
    ms: Math.round(details.duration_ms),
    skip: skip === undefined || skip === false ? null : String(skip),
    bytes: process.memoryUsage.rss(),
  };
  // A group fails by the tests within it, and those are sent already.
  if (result.passed || details.error.failureType === "subtestsFailed") return result;
  const error = details.error.cause ?? details.error;
  const whole = error instanceof Error ? inspect(error, { depth: 4 }) : "";
  return { ...result, error: stripVTControlCharacters(String(error)), whole };
}
