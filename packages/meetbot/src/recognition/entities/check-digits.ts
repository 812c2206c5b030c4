/** Whether the last character of a number is the one that its others call for. */
export type CheckDigit = (value: string) => boolean;

/** Digits as they are, letters as UPS and the carriers after it count them: A is 2, B is 3. */
const worthOf = (character: string): number =>
  /\d/.test(character) ? Number(character) : (character.charCodeAt(0) - 63) % 10;

/** Sums the characters from the left, weighed by the weights in turn. */
function weigh(characters: string, weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < characters.length; index += 1) {
    sum += worthOf(characters.charAt(index)) * (weights[index % weights.length] ?? 0);
  }
  return sum;
}

const lastOf = (value: string): number => Number(value.slice(-1));

const endsTo10 = (sum: number, last: number): boolean => (10 - (sum % 10)) % 10 === last;

/** Modulo 10 with weights 1 and 2 from the left, as UPS and OnTrac use it: sums are not split. */
export const mod10Of12: CheckDigit = (value) =>
  endsTo10(weigh(value.slice(0, -1), [1, 2]), lastOf(value));

/** Modulo 10 with weights 3 and 1 from the right: GS1, USPS, Canada Post, FedEx Ground. */
export const mod10Of31: CheckDigit = (value) => {
  const body = value.slice(0, -1);
  return endsTo10(weigh(body, body.length % 2 === 0 ? [1, 3] : [3, 1]), lastOf(value));
};

/** Modulo 11 and then 10, with weights 1, 3, 7 from the right: FedEx Express. */
export const fedexMod11: CheckDigit = (value) => {
  const body = Array.from(value.slice(0, -1)).reverse().join("");
  return (weigh(body, [1, 3, 7]) % 11) % 10 === lastOf(value);
};

/** The remainder by 7 of all before it: DHL Express, Yamato, Sagawa, CJ Logistics. */
export const mod7: CheckDigit = (value) =>
  Number(BigInt(value.slice(0, -1)) % 7n) === lastOf(value);

/** Modulo 11 over the eight digits of a postal item (UPU S10). */
export const s10Mod11: CheckDigit = (value) => {
  const [digits, last] = [value.slice(2, 10), Number(value.charAt(10))];
  const rest = 11 - (weigh(digits, [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  return (rest === 10 ? 0 : rest === 11 ? 5 : rest) === last;
};

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** ISO 7064 modulo 37, 36: DPD. */
export const mod37Of36: CheckDigit = (value) => {
  let carry = 36;
  for (const character of value.slice(0, -1)) {
    const sum = (carry + alphabet.indexOf(character)) % 36 || 36;
    carry = (sum * 2) % 37;
  }
  return (carry + alphabet.indexOf(value.slice(-1))) % 36 === 1;
};

/** Luhn: payment cards, and mobile phones by their own number. */
export const luhn: CheckDigit = (value) => {
  let sum = 0;
  for (let index = 0; index < value.length; index += 1) {
    const digit = Number(value.charAt(value.length - 1 - index));
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

/** ISO 13616: modulo 97 of the account followed by its country, with letters as numbers from 10 on. */
export const iban: CheckDigit = (value) => {
  const turned = value.slice(4) + value.slice(0, 4);
  let rest = 0;
  for (const character of turned.toUpperCase()) {
    const digits = String(alphabet.indexOf(character));
    rest = (rest * 10 ** digits.length + Number(digits)) % 97;
  }
  return rest === 1;
};
