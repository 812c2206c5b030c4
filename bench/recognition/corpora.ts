import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isOrderIntent } from "./engine.ts";

export interface Line {
  text: string;
  isOrder: boolean;
}

export type Corpora = Readonly<Record<string, readonly Line[]>>;

const names = [
  "jddc-a",
  "jddc-b",
  "jddc-c",
  "taobao",
  "hint3-train",
  "bitext",
  "rasa-retail",
  "banking77-near-miss",
];

/** The evaluation data that `MEETBOT_EVAL_DIR` points at; null where there is none. */
export function readCorpora(folder = process.env.MEETBOT_EVAL_DIR): Corpora | null {
  if (!folder || !existsSync(join(folder, "recognition"))) return null;
  const found = names.filter((name) => existsSync(fileOf(folder, name)));
  return Object.fromEntries(found.map((name) => [name, readLines(fileOf(folder, name))]));
}

const fileOf = (folder: string, name: string): string =>
  join(folder, "recognition", `${name}.jsonl`);

function readLines(file: string): Line[] {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const { text, intent } = JSON.parse(line) as { text: string; intent: string };
    return { text, isOrder: isOrderIntent(intent) };
  });
}
