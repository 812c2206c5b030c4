import { endpointHost } from "@meetbot/protocol";
import { InvalidArgumentError } from "commander";
import { WrongUseError } from "../terminal/failure.ts";

/**
 * Parses a signing secret. Throws commander's {@link InvalidArgumentError} if the value has white space in it or is
 * empty, which is how a shell expands an unset variable.
 */
export function secret(value: string): string {
  if (value !== "" && !/\s/.test(value)) return value;
  throw new InvalidArgumentError(
    "It is empty or has white space in it. Pass the whole signing secret: whsec_….",
  );
}

/**
 * Returns the given secrets, or those of MEETBOT_SIGNING_SECRET, where a comma separates two during a rotation. Trims
 * the whitespace around each, such as a line's end. Never repeats the input, which may be most of a secret. Throws a
 * {@link WrongUseError} if there is no secret, or one contains white space.
 */
export function readSecrets(given: readonly string[] | undefined): [string, ...string[]] {
  const read = given ?? process.env.MEETBOT_SIGNING_SECRET?.split(",") ?? [];
  const [first = "", ...others] = read.map((secret) => secret.trim());
  const secrets: [string, ...string[]] = [first, ...others];
  if (secrets.every((secret) => secret !== "" && !/\s/.test(secret))) return secrets;
  const fault = secrets.includes("")
    ? "There is no signing secret."
    : "The signing secret has white space in it.";
  throw new WrongUseError(
    `${fault} Pass it whole, whsec_…, with --secret or MEETBOT_SIGNING_SECRET.`,
  );
}

/**
 * Parses the URL of a webhook, whose host is part of the signature. Throws commander's {@link InvalidArgumentError} if
 * the value is not an http or https URL.
 */
export function webhookUrl(value: string): string {
  if (endpointHost(value) !== null) return value;
  throw new InvalidArgumentError("A webhook's URL begins with https:// or http://.");
}

/**
 * Parses a time in Unix seconds. Throws commander's {@link InvalidArgumentError} if the value is not a whole number.
 */
export function seconds(value: string): number {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Unix seconds are a whole number.");
}
