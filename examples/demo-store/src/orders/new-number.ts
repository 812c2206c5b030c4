import { randomInt } from "node:crypto";

/** No 0, 1, I, L or O: people read these numbers aloud and copy them from paper. */
const digits = "23456789";
const signs = `${digits}ABCDEFGHJKMNPQRSTUVWXYZ`;

/** An order's number. It is hard to guess: to know it counts as a proof. */
export const newOrderNumber = () => `MB${drawSigns(10)}`;

export const newPackageNumber = () => `PK${drawSigns(8)}`;

/** With a digit at least: without one it could be a word, in a sentence that names it. */
function drawSigns(count: number): string {
  const drawn = draw(signs, count);
  return /\d/.test(drawn) ? drawn : drawSigns(count);
}

/** Digits such as carriers count with; the first is no zero. */
export const newDigits = (count: number) => draw("123456789", 1) + draw("0123456789", count - 1);

function draw(from: string, count: number): string {
  return Array.from({ length: count }, () => from[randomInt(from.length)]).join("");
}
