import { InvalidArgumentError, Option } from "commander";

/** `--last <count>`: how many of the latest. */
export function lastOption(): Option {
  return new Option("--last <count>", "how many").argParser(count).default(20);
}

function count(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) {
    throw new InvalidArgumentError("A count is a number from 1 to 999.");
  }
  return Number(value);
}
