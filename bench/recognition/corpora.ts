import { existsSync } from "node:fs";
import { join } from "node:path";
import { foldA, foldB, readFold } from "../../packages/meetbot/training/development-lines.ts";

export interface CorpusLine {
  text: string;
  isOrder: boolean;
}

export type Corpora = Readonly<Record<string, readonly CorpusLine[]>>;

/** The evaluation data that `MEETBOT_EVAL_DIR` points at; null where there is none. */
export function readCorpora(folder = process.env.MEETBOT_EVAL_DIR): Corpora | null {
  if (!folder || !existsSync(join(folder, "recognition"))) return null;
  return Object.fromEntries(readFold(folder, [...foldA, ...foldB]));
}
