import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Intent } from "../src/model/conversation/recognition.ts";
import { intentModelFile, metricsFile } from "../src/recognition/model/files.ts";
import { labels } from "../src/recognition/model/intent-model.ts";
import { type Metrics, measure } from "./measure.ts";
import { GrammarError } from "./parse-template.ts";
import { train } from "./train.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
try {
  const training = train(folder);
  writeFileSync(intentModelFile, training.bytes);
  const metrics = measure(training);
  writeFileSync(metricsFile, `${JSON.stringify(metrics, null, 2)}\n`);
  const { learned, heldOut, bytes } = metrics;
  console.log(`learned ${learned} utterances; ${bytes} bytes. Of ${heldOut} kept apart, found:`);
  console.table(Object.fromEntries(labels.map((label) => [label, foundOf(metrics, label)])));
} catch (error) {
  if (!(error instanceof GrammarError)) throw error;
  console.error(`The grammar cannot be read: ${error.message}`);
  process.exitCode = 1;
}

function foundOf({ recall }: Metrics, label: Intent): Record<string, string> {
  return Object.fromEntries(
    Object.entries(recall).flatMap(([language, of]) => {
      const counted = of[label];
      return counted ? [[language, `${counted.found} of ${counted.utterances}`]] : [];
    }),
  );
}
