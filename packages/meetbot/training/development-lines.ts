import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A line of a public collection, for measuring only. */
export interface DevelopmentLine {
  text: string;
  isOrder: boolean;
  /** Whether the line is far from any shop: taking it for a request costs trust. */
  isFar: boolean;
  /** Of something else that is on its way, such as food: to be asked about it does no harm. */
  isNearMiss: boolean;
}

/** Lines that rules and lists were written with in sight. */
export const foldA = [
  "jddc-a",
  "jddc-b",
  "jddc-c",
  "taobao",
  "hint3-train",
  "bitext",
  "rasa-retail",
  "banking77-near-miss",
] as const;

/** Lines that nobody reads: they accept what was written with the others, and set the thresholds. */
export const foldB = [
  "jddc-e",
  "github-bots-zh-2",
  "amazonhelp",
  "tau-retail",
  "massive-en",
] as const;

/** Lines of a bank and an assistant, if they were put beside the others: of foreign talk, the part that may be read. */
export const foreignRead = ["clinc", "banking77-near-miss"] as const;

const orderIntents: ReadonlySet<string> = new Set(["order_query", "package_track", "order_any"]);

/** The collections of a fold by their names; those that the folder does not hold are left out. */
export function readFold(folder: string, names: readonly string[]): Map<string, DevelopmentLine[]> {
  const fileOf = (name: string) => join(folder, "recognition", `${name}.jsonl`);
  const found = names.filter((name) => existsSync(fileOf(name)));
  return new Map(found.map((name) => [name, readLines(fileOf(name))]));
}

function readLines(file: string): DevelopmentLine[] {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.flatMap((line) => {
    const { text, intent, slice } = JSON.parse(line) as Record<"text" | "intent" | "slice", string>;
    // Replies to a question of the bot are understood by the question.
    if (slice === "answer") return [];
    const isFar = /(massive-en|clinc)\.jsonl$/.test(file) && slice === "main";
    return [{ text, isOrder: orderIntents.has(intent), isFar, isNearMiss: slice === "near_miss" }];
  });
}
