/** The number of decimal digits of currencies that do not have two (ISO 4217). */
const digitsByCurrency: ReadonlyMap<string, number> = new Map([
  ...of(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...of(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...of(4, "CLF UYW"),
]);

function of(digits: number, currencies: string): [currency: string, digits: number][] {
  return currencies.split(" ").map((currency) => [currency, digits]);
}

/** Amounts as the protocol has them: numbers in major units, with as many digits as the currency has. */
export const money = {
  /** How many digits the currency has after the point. */
  digits(currency: string): number {
    return digitsByCurrency.get(currency.toUpperCase()) ?? 2;
  },

  /** Converts minor to major units: 4995 in USD is 49.95, in JPY 4995. Throws a RangeError for an invalid amount. */
  fromMinor(amount: number | string, currency: string): number {
    return money.round(`${readAmount(amount)}e-${money.digits(currency)}`, currency);
  },

  /** Converts an amount to minor units: 49.95 USD is 4995. Sums of minor units are exact. */
  toMinor(amount: number | string, currency: string): number {
    return roundHalfUp(shift(amount, money.digits(currency)));
  },

  /**
   * Rounds an amount, or parses it from a text such as `"49.9500"`; rounds half a unit away from zero, even where
   * binary fractions lie below it (1.005). Throws a RangeError if the value is no amount.
   */
  round(amount: number | string, currency: string): number {
    const digits = money.digits(currency);
    return shift(roundHalfUp(shift(amount, digits)), -digits);
  },
};

function roundHalfUp(amount: number): number {
  return Math.sign(amount) * Math.round(Math.abs(amount)) || 0; // never -0
}

/** By its decimal digits: multiplying 1.005 by 100 is 100.49999999999999. */
function shift(amount: number | string, digits: number): number {
  const [mantissa, exponent = "0"] = String(readAmount(amount)).split("e");
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

function readAmount(amount: number | string): number {
  const read = typeof amount === "string" && amount.trim() === "" ? Number.NaN : Number(amount);
  if (!Number.isFinite(read)) throw new RangeError(`This is no amount: ${typeof amount}.`);
  return read;
}
