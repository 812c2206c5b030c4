import { readFileSync } from "node:fs";
import { topicModelFile } from "./files.ts";
import { parseTopicModel } from "./topic-model.ts";

/** The model of the topics that is shipped, read once. */
export const topicModel = parseTopicModel(new Uint8Array(readFileSync(topicModelFile)));
