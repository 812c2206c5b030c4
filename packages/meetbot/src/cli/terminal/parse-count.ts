import { InvalidArgumentError } from "commander";

/** Parses an option's count. Throws commander's {@link InvalidArgumentError} if the value is not a count. */
export function parseCount(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) {
    throw new InvalidArgumentError("A count is a number from 1 to 999.");
  }
  return Number(value);
}
