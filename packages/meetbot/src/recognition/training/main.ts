import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { intentModelFile, metricsFile } from "../model/files.ts";
import { measure } from "./measure.ts";
import { train } from "./train.ts";

const grammar = fileURLToPath(new URL("./grammar", import.meta.url));
const training = train(grammar);
writeFileSync(intentModelFile, training.bytes);
const metrics = measure(training);
writeFileSync(metricsFile, `${JSON.stringify(metrics, null, 2)}\n`);
console.log(metrics);
