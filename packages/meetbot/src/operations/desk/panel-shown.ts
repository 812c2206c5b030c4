import type { Level, SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import type { LoggedMessage } from "@meetbot/model/log/conversation-log.ts";
import { comparableNumber, type Package } from "@meetbot/protocol";

/** An order or a package as the customer last saw it. */
export type ShownItem = {
  /** Null: it was hidden from them. */
  number: string | null;
  level: Level;
  /** When the proof behind the level expires, in Unix milliseconds. */
  expires: number | null;
  seq: number;
  at: Date;
} & ({ kind: "order"; item: Partial<SeenOrder> } | { kind: "package"; item: Partial<Package> });

/** More would fill no panel. */
const maxShown = 12;

/** Returns the items that the messages showed, newest first, each item once. */
export function readShown(messages: readonly LoggedMessage[]): ShownItem[] {
  const found = new Map<string, ShownItem>();
  for (const message of messages.toReversed()) {
    if (message.from !== "bot" || message.redactedAt) continue;
    const { seq, at, reply } = message;
    const own = { seq, at };
    if (reply.kind === "orders") {
      for (const one of reply.orders) {
        keep(found, {
          kind: "order",
          ...factsOf(one, one.item.order_number),
          ...own,
          item: one.item,
        });
      }
    }
    if (reply.kind === "packages") {
      for (const one of reply.packages) {
        keep(found, {
          kind: "package",
          ...factsOf(one, one.item.package_number),
          ...own,
          item: one.item,
        });
      }
    }
    if (found.size >= maxShown) break;
  }
  const all = [...found.values()];
  return all.filter((one) => !all.some((other) => isOfKnown(one, other))).slice(0, maxShown);
}

/** Checks whether an item shown with a hidden number is the same as one shown with its number at another time. */
function isOfKnown(one: ShownItem, known: ShownItem): boolean {
  if (one.number !== null || known.number === null || one.kind !== known.kind) return false;
  const end = (numberIn(one) ?? "").replace(/^·+/, "");
  if (end !== "") return comparableNumber(known.number).endsWith(end);
  // A list's months distinguish its orders only from each other.
  const isListed = one.kind === "order" && one.item.placed_month !== undefined;
  return !isListed && statusIn(one) === statusIn(known);
}

const numberIn = (one: ShownItem) =>
  one.kind === "order" ? one.item.order_number : one.item.package_number;

const statusIn = (one: ShownItem) =>
  one.kind === "order" ? one.item.status : one.item.package_status;

function keep(found: Map<string, ShownItem>, one: ShownItem): void {
  // Hidden items differ only by their status: the same one twice is one line.
  const key = `${one.kind} ${one.number ?? JSON.stringify(one.item)}`;
  if (!found.has(key)) found.set(key, one);
}

function factsOf({ level, expires }: Shown<unknown>, number: string | undefined) {
  const isHidden = number === undefined || number.includes("·");
  return { number: isHidden ? null : number, level, expires };
}
