import type { RefusedFor } from "./endpoint-guard.ts";

/** Thrown when the guard refused a connection. */
export class AddressRefusedError extends Error {
  override name = "AddressRefusedError";
  readonly code = "address_refused";
  readonly reason: RefusedFor;

  constructor(reason: RefusedFor) {
    super(`the endpoint guard refuses the address: ${reason}`);
    this.reason = reason;
  }
}
