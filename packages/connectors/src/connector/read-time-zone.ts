import { ConnectorConfigError } from "./connector-error.ts";

/** The zone in which a shop's days begin, UTC where none is named. Throws a `ConnectorConfigError`. */
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
