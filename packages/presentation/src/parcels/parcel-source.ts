import type { ParcelStatus } from "./parcel-status.ts";

/** What one carrier or shop system calls what happens to a parcel. */
export interface ParcelSource {
  /** As its own description names it. */
  called: string;
  /** Each word or code, as that description spells it. */
  codes: Readonly<Record<string, ParcelStatus>>;
  /**
   * What a word or code is that stands in no list: those lists are open, and grow. Absent: nobody knows. `code`: in
   * lower case.
   */
  otherwise?(code: string): ParcelStatus | null;
}
