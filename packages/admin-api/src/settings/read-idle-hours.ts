import { InvalidSettingError } from "./invalid-setting-error.ts";
import { limits } from "./limits.ts";

/**
 * Parses after how many hours without a message from the agent the bot answers again. Throws an {@link
 * InvalidSettingError} if the number is too low, too high or not whole.
 */
export function readIdleHours(hours: number): number {
  const { minIdleHours: min, maxIdleHours: max } = limits;
  if (Number.isInteger(hours) && hours >= min && hours <= max) return hours;
  throw new InvalidSettingError(
    `The bot answers again after ${min} to ${max} whole hours in which a person wrote nothing.`,
  );
}
