import type { CarrierKind } from "@meetbot/model/carrier/carrier.ts";
import type { ParcelStatus } from "@meetbot/presentation";

/** What came to the address that a carrier's system calls. */
export interface CarrierCall {
  headers: Headers;
  /** As it came: signatures are over these bytes. */
  body: Buffer;
}

/**
 * That a parcel may have moved. Never a truth: no such system signs the time, so a copy may come days later, and whoever
 * gets one hint wrong tells a customer what is not so. The shop is asked.
 */
export interface CarrierHint {
  trackingNumber: string;
  /** `null`: it says none that is known. */
  status: ParcelStatus | null;
  /** Unix milliseconds, where it says a moment with its zone. */
  occurredAt: number | null;
}

export type CarrierFault = "unsigned" | "bad_signature" | "unreadable";

/** A system that follows parcels of many carriers: how its requests are verified, read and answered. */
export interface Carrier {
  kind: CarrierKind;
  /** It always signs; of others an empty secret says that nothing is signed, and the address alone is secret. */
  alwaysSigns: boolean;
  /** `null`: it is signed as it should be. */
  verify(call: CarrierCall, secret: string): Exclude<CarrierFault, "unreadable"> | null;
  /** `null`: it is not what this system sends. None: it is, and it is of no parcel. */
  read(body: Buffer): CarrierHint[] | null;
  /** What it waits for, where it was taken: else it sends the same again. */
  answers: Readonly<Record<string, unknown>>;
}
