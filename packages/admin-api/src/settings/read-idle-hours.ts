import { InvalidSettingError } from "./invalid-setting-error.ts";
import { limits } from "./limits.ts";

/**
 * Reads for how many hours a silent person is waited for. Throws an {@link InvalidSettingError} where these are
 * too few, too many or no whole hours.
 */
export function readIdleHours(hours: number): number {
  const { minIdleHours: min, maxIdleHours: max } = limits;
  if (Number.isInteger(hours) && hours >= min && hours <= max) return hours;
  throw new InvalidSettingError(
    `The bot answers again after ${min} to ${max} whole hours in which a person wrote nothing.`,
  );
}
