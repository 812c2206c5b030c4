import { isSupportedCountry } from "libphonenumber-js/max";
import { InvalidSettingError } from "./invalid-setting-error.ts";

/**
 * Reads of which country telephone numbers are; an empty text is none. Throws an {@link InvalidSettingError}
 * where it is no country with numbers of its own.
 */
export function readPhoneCountry(value: string): string | null {
  const country = value.trim().toUpperCase();
  if (country === "") return null;
  if (isSupportedCountry(country)) return country;
  throw new InvalidSettingError(
    "A country is told by its two letters in ISO 3166, such as CN, DE or US.",
  );
}
