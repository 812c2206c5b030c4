import { Option } from "commander";
import { parseCount } from "./parse-count.ts";

/** `--last <count>`: how many of the latest. */
export function lastOption(): Option {
  return new Option("--last <count>", "how many").argParser(parseCount).default(20);
}
