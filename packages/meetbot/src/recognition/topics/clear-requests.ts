import { readFileSync } from "node:fs";
import type { Meaning } from "@meetbot/model/answers/answer-book.ts";
import { clearRequestsFile } from "../model/files.ts";

/** A sentence with one clear meaning, which the sentences that a shop teaches must not change. */
export interface ClearRequest {
  text: string;
  meaning: Meaning;
}

/** Eight of each topic and language, and some for orders and packages: `npm run train` picks them. */
export const clearRequests = JSON.parse(
  readFileSync(clearRequestsFile, "utf8"),
) as readonly ClearRequest[];
