import { randomBytes } from "node:crypto";

/** Asking the generator costs 1.4 µs, however little is asked for, and a turn asks a dozen times. */
const stockBytes = 4096;

let stock = Buffer.alloc(0);
let drawn = 0;

/** A few bytes of Node's cryptographic generator, each given out once. */
export function drawBytes(count: number): Buffer {
  if (drawn + count > stock.length) {
    stock = randomBytes(Math.max(stockBytes, count));
    drawn = 0;
  }
  drawn += count;
  return stock.subarray(drawn - count, drawn);
}
