import { comparableNumber } from "@meetbot/protocol";

/** Fewer characters than this can be guessed by trying: such a number alone proves nothing. */
const hardToGuessLength = 10;

/** How much of a masked number is seen, and how much must stay hidden for that. */
const seenTail = 4;
const hiddenAtLeast = 6;

export function isHardToGuess(number: string): boolean {
  return comparableNumber(number).length >= hardToGuessLength;
}

/** `····8902`, or `····` where the last characters would leave too little hidden. */
export function maskNumber(number: string): string {
  const plain = comparableNumber(number);
  return plain.length >= seenTail + hiddenAtLeast ? `····${plain.slice(-seenTail)}` : "····";
}
