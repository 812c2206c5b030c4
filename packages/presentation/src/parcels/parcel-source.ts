import type { ParcelStatus } from "./parcel-status.ts";

/** The names that one carrier or shop system uses for a parcel's statuses. */
export interface ParcelSource {
  /** The source's name in its own documentation. */
  called: string;
  /** Each word or code, as that description spells it. */
  codes: Readonly<Record<string, ParcelStatus>>;
  /**
   * Returns the status for a word or code that is not in `codes`, since such lists are open and grow. If absent,
   * unlisted codes are unknown. `code` is in lower case.
   */
  otherwise?(code: string): ParcelStatus | null;
}
