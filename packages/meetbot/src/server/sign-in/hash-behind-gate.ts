import { APIError } from "better-auth/api";
import { createPasswordGate, type PasswordGate, TooManyPasswordsError } from "./password-gate.ts";
import { retryPasswordAfterS } from "./refuse-sign-in.ts";

/** One for the whole process, however many sign in at it. */
const gate = createPasswordGate();

/** Returns better-auth's functions to hash and verify passwords, behind a gate whose errors become an `APIError`. */
export function hashBehindGate(): PasswordGate {
  return {
    hash: (password) => gate.hash(password).catch(toApiError),
    verify: (given) => gate.verify(given).catch(toApiError),
  };
}

function toApiError(error: unknown): never {
  if (!(error instanceof TooManyPasswordsError)) throw error;
  const body = { code: "TOO_MANY_PASSWORDS", message: error.message };
  throw new APIError("TOO_MANY_REQUESTS", body, { "Retry-After": String(retryPasswordAfterS) });
}
