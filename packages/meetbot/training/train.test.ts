import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { intentModelFile, metricsFile } from "../src/recognition/model/files.ts";
import { measure } from "./measure.ts";
import { train } from "./train.ts";

test("what there is to learn from gives the very model that is shipped, and the metrics beside it", () => {
  const training = train(fileURLToPath(new URL(".", import.meta.url)));
  const shipped = readFileSync(intentModelFile);
  assert.ok(shipped.equals(training.bytes), "what it learns from has changed: run `npm run train`");
  const metrics: unknown = JSON.parse(readFileSync(metricsFile, "utf8"));
  assert.deepEqual(metrics, measure(training));
  assert.ok(shipped.length <= 600_000, `${shipped.length} bytes`);
});
