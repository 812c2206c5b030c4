import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** The folder of the evaluation data, or null where `MEETBOT_EVAL_DIR` names none that is there. */
export function evaluationFolder(): string | null {
  const folder = process.env.MEETBOT_EVAL_DIR;
  return folder && existsSync(folder) ? folder : null;
}

/** The vectors of each file of a kind, one JSON object a line; none where the folder has none. */
export function readVectors<Vector>(folder: string, pattern: string): Map<string, Vector[]> {
  const files = globSync(pattern, { cwd: folder }).sort();
  return new Map(files.map((file) => [basename(file, ".jsonl"), readLines(join(folder, file))]));
}

function readLines<Vector>(file: string): Vector[] {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Vector);
}
