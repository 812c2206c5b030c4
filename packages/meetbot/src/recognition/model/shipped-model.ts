import { readFileSync } from "node:fs";
import { intentModelFile } from "./files.ts";
import { parseModel } from "./intent-model.ts";

/** The model that is shipped, read once. */
export const intentModel = parseModel(new Uint8Array(readFileSync(intentModelFile)));
