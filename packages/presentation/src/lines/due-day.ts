import type { Package } from "@meetbot/protocol";

/** The days on which a package is expected: one, or the first and the last of several. */
export interface DueDays {
  from: string;
  to: string;
}

/**
 * Returns when a package is expected: the range of days if there is one, else its single day, which is also the
 * delivery day once delivered.
 */
export function dueDays(pkg: Partial<Package> | undefined): DueDays | undefined {
  const { exp_delivery: day, exp_delivery_from: from, exp_delivery_to: to } = pkg ?? {};
  if (from && to && from < to) return { from, to };
  const one = day || to || from;
  return one ? { from: one, to: one } : undefined;
}

/** The last day on which it is expected: after it, it is late. */
export const dueDay = (pkg: Partial<Package> | undefined): string | undefined => dueDays(pkg)?.to;
