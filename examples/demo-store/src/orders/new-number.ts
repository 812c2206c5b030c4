import { randomInt } from "node:crypto";

/** No 0, 1, I, L or O: people read these numbers aloud and copy them from paper. */
const signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** An order's number. It is hard to guess: to know it counts as a proof. */
export const newOrderNumber = () => `MB${draw(signs, 10)}`;

export const newPackageNumber = () => `PK${draw(signs, 8)}`;

/** Digits such as carriers count with; the first is no zero. */
export const newDigits = (count: number) => draw("123456789", 1) + draw("0123456789", count - 1);

function draw(from: string, count: number): string {
  return Array.from({ length: count }, () => from[randomInt(from.length)]).join("");
}
