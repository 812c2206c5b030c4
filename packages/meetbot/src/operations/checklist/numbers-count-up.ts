import { comparableNumber } from "@meetbot/protocol";

/** Random numbers look sequential by chance in one of this many shops. */
const oneIn = 1000n;

/**
 * Checks whether a shop's order numbers count up, by a sample of them: anyone who knows one then knows which others
 * exist, and when the shop assigned them. They do when two of them are as near to each other as random numbers hardly
 * ever are: of `n` among `all`, some two are nearer than `gap` about once in `all / (n² · gap)` times.
 */
export function numbersCountUp(numbers: readonly string[]): boolean {
  return [...alike(numbers).values()].some((digits) => {
    const sorted = digits.map(BigInt).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const gaps = sorted.slice(1).map((number, nth) => number - sorted[nth]!);
    const all = 10n ** BigInt(digits[0]?.length ?? 0);
    const pairs = BigInt(sorted.length ** 2);
    return gaps.some((gap) => gap * pairs * oneIn < all);
  });
}

/** Groups the digits of numbers that differ in nothing else, such as `SO-2026-000123` and `SO-2026-000124`. */
function alike(numbers: readonly string[]): Map<string, string[]> {
  const kinds = new Map<string, Set<string>>();
  for (const number of numbers) {
    const [, before, digits, after] = /^(\D*)(\d+)(\D*)$/.exec(comparableNumber(number)) ?? [];
    if (digits === undefined) continue;
    const kind = JSON.stringify([before, digits.length, after]);
    kinds.set(kind, (kinds.get(kind) ?? new Set()).add(digits));
  }
  return new Map([...kinds].map(([kind, digits]) => [kind, [...digits]]));
}
