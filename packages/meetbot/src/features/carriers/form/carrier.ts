import type { CarrierKind } from "@meetbot/model/carrier/carrier.ts";
import type { ParcelStatus } from "@meetbot/presentation";

/** A request to the address that a carrier's system calls. */
export interface CarrierCall {
  headers: Headers;
  /** The raw bytes, because signatures cover them. */
  body: Buffer;
}

/**
 * A hint that a parcel may have moved. It is never a fact: no such system signs the time, so a copy may arrive days
 * later, and a wrong hint would give a customer false information. Meetbot queries the shop instead.
 */
export interface CarrierHint {
  trackingNumber: string;
  /** `null` if the hint has no known status. */
  status: ParcelStatus | null;
  /** Unix milliseconds, if the hint has a time with its zone. */
  occurredAt: number | null;
}

export type CarrierFault = "unsigned" | "bad_signature" | "unreadable";

/** A system that follows parcels of many carriers: how its requests are verified, read and answered. */
export interface Carrier {
  kind: CarrierKind;
  /**
   * Whether the system always signs; for others, an empty secret means that nothing is signed, and only the address is
   * secret.
   */
  alwaysSigns: boolean;
  /** `null`: it is signed as it should be. */
  verify(call: CarrierCall, secret: string): Exclude<CarrierFault, "unreadable"> | null;
  /** Reads a request body. `null` when it is not in this system's format; empty when it is, but about no parcel. */
  read(body: Buffer): CarrierHint[] | null;
  /** The response that the system expects on success; without it, the system sends the request again. */
  answers: Readonly<Record<string, unknown>>;
}
