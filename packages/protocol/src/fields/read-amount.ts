import { unexpected } from "./protocol-error.ts";
import { toNumber } from "./to-number.ts";

/** From here on a double no longer holds every cent: no price, a mistake. */
const amountLimit = 1e13;

const decimal = /^-?\d{1,15}(\.\d{1,15})?$/;

/**
 * Reads an amount in major units: a number, or the same number written as a string ("4.95"). Throws a `ProtocolError`
 * if the value is no amount, or is 10 trillion or more.
 */
export function readAmount(value: unknown, pointer: string): number {
  const amount = toNumber(value, decimal);
  if (typeof amount !== "number" || !(Math.abs(amount) < amountLimit)) {
    throw unexpected(pointer, "a decimal number", value);
  }
  return amount;
}

/**
 * Reads an ISO 4217 code in any case, and returns it in upper case, because formatters do not accept every case. Throws
 * a `ProtocolError` unless it has three letters.
 */
export function readCurrency(value: unknown, pointer: string): string {
  if (typeof value !== "string" || !/^[a-z]{3}$/i.test(value)) {
    throw unexpected(pointer, "a currency code of three letters (ISO 4217)", value);
  }
  return value.toUpperCase();
}
