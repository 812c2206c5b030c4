import { isSupportedCountry } from "libphonenumber-js/max";
import { InvalidSettingError } from "./invalid-setting-error.ts";

/**
 * Parses the country of the shop's phone numbers; empty text means none. Throws an {@link InvalidSettingError} if the
 * value is not a country with its own phone numbers.
 */
export function readPhoneCountry(value: string): string | null {
  const country = value.trim().toUpperCase();
  if (country === "") return null;
  if (isSupportedCountry(country)) return country;
  throw new InvalidSettingError(
    "A country is told by its two letters in ISO 3166, such as CN, DE or US.",
  );
}
