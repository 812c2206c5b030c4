import { relative } from "node:path";
import type { TestEvent } from "node:test/reporters";
import { stripVTControlCharacters } from "node:util";

/**
 * Writes down what `npm test` tells at the very end of a run of several parts: each test that failed, and how
 * long each file took. A line of JSON each; `scripts/test-results.mjs` reads them.
 */
// biome-ignore lint/style/noDefaultExport: it is the one `node --test` looks for.
export default async function* writeResults(events: AsyncIterable<TestEvent>) {
  for await (const { type, data } of events) {
    if (type === "test:summary" && data.file !== undefined) {
      yield lineOf({ file: nameOf(data.file), ms: Math.round(data.duration_ms) });
    }
    if (type === "test:fail" && !isOfOthers(data.details.error)) {
      const error = String(data.details.error.cause ?? data.details.error);
      yield lineOf({
        file: nameOf(data.file ?? ""),
        failed: data.name,
        error: stripVTControlCharacters(error),
      });
    }
  }
}

const lineOf = (result: object) => `${JSON.stringify(result)}\n`;
const nameOf = (file: string) => relative(process.cwd(), file).replaceAll("\\", "/");

/** A group fails with what is in it, and that is listed already. */
const isOfOthers = (error: Error) =>
  "failureType" in error && error.failureType === "subtestsFailed";
