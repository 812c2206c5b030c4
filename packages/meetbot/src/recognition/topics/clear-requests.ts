import { readFileSync } from "node:fs";
import type { Meaning } from "@meetbot/model/answers/answer-book.ts";
import { clearRequestsFile } from "../model/files.ts";

/** A sentence that clearly means one thing: what a shop teaches must leave it so. */
export interface ClearRequest {
  text: string;
  meaning: Meaning;
}

/** Eight of each topic and language, and some for orders and packages: `npm run train` picks them. */
export const clearRequests = JSON.parse(
  readFileSync(clearRequestsFile, "utf8"),
) as readonly ClearRequest[];
