import { ConnectorConfigError } from "./connector-error.ts";

/** Returns the time zone in which a shop's days begin, UTC by default. Throws a `ConnectorConfigError`. */
export function readTimeZone(name = "UTC"): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw new ConnectorConfigError(
      "timeZone",
      "timeZone is no zone that is known. Write one such as Europe/Berlin.",
    );
  }
}
