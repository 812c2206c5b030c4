import { InvalidArgumentError } from "commander";

/** Reads how many of something an option names. Throws commander's {@link InvalidArgumentError} where it is no count. */
export function parseCount(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) {
    throw new InvalidArgumentError("A count is a number from 1 to 999.");
  }
  return Number(value);
}
