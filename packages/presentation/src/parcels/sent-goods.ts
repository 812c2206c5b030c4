import type { Order, Package, PackedElement } from "@meetbot/protocol";
import { packageStage } from "../status/item-stage.ts";
import { stages } from "../status/stages.ts";

/** How many of an order's goods were sent, according to its packages' contents. */
export interface SentGoods {
  /** All that a carrier brings. */
  count: number;
  /** `null` if it is uncertain whether some package was sent. */
  sent: number | null;
  /** Goods that are in no sent package. */
  left: PackedElement[];
  /** Each thing is in a package, sent or not. */
  isAllPacked: boolean;
}

/** Whether a package is on its way or has been; `null` if that is uncertain. */
export function isSent(pkg: Partial<Package>): boolean | null {
  const stage = packageStage(pkg);
  return stage === undefined ? null : stages[stage].step !== "ordered" && stage !== "canceled";
}

/**
 * Compares the ordered goods with the contents of all packages, by title. `null` when the shop does not list the
 * contents, or names them differently than in the order.
 */
export function sentGoods(
  { elements = [] }: Partial<Order>,
  packages: readonly Partial<Package>[],
): SentGoods | null {
  const ordered = countsOf(elements.filter(({ kind = "physical" }) => kind === "physical"));
  const kept = packages.filter((pkg) => packageStage(pkg) !== "canceled");
  const isListed = kept.length > 0 && kept.every((pkg) => pkg.elements && pkg.elements.length > 0);
  const packed = countsOf(kept.flatMap((pkg) => pkg.elements ?? []));
  if (!isListed || [...packed.keys()].some((title) => !ordered.has(title))) return null;
  const isUnsure = kept.some((pkg) => isSent(pkg) === null);
  const sentOnes = countsOf(kept.flatMap((pkg) => (isSent(pkg) ? (pkg.elements ?? []) : [])));
  const left = without(ordered, sentOnes);
  const count = sumOf([...ordered.values()]);
  return {
    count,
    sent: isUnsure ? null : count - sumOf(left),
    left,
    isAllPacked: without(ordered, packed).length === 0,
  };
}

const nameOf = (title: string) => title.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

const sumOf = (elements: readonly PackedElement[]) =>
  elements.reduce((sum, { quantity }) => sum + quantity, 0);

/** Merges lines with the same item into one count. */
function countsOf(elements: readonly PackedElement[]): Map<string, PackedElement> {
  const counts = new Map<string, PackedElement>();
  for (const { title, quantity } of elements) {
    const before = counts.get(nameOf(title));
    counts.set(nameOf(title), {
      title: before?.title ?? title,
      quantity: (before?.quantity ?? 0) + quantity,
    });
  }
  return counts;
}

function without(
  all: ReadonlyMap<string, PackedElement>,
  some: ReadonlyMap<string, PackedElement>,
): PackedElement[] {
  return [...all].flatMap(([name, { title, quantity }]) => {
    const rest = quantity - (some.get(name)?.quantity ?? 0);
    return rest > 0 ? [{ title, quantity: rest }] : [];
  });
}
