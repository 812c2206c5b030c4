import { InvalidArgumentError } from "commander";

/** Reads a signing secret. Empty is what a shell makes of a variable that is not set. */
export function secret(value: string): string {
  if (value !== "" && !/\s/.test(value)) return value;
  throw new InvalidArgumentError(
    "It is empty or has white space in it. Pass the whole signing secret: whsec_….",
  );
}

/** Reads a moment in Unix seconds. */
export function seconds(value: string): number {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Unix seconds are a whole number.");
}
