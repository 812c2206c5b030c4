import { type Order, type Package, sameNumber } from "@meetbot/protocol";
import { findByNumber, findPackages } from "../../inspection/find-by-number.ts";
import { broken } from "../../inspection/finding.ts";
import { type Asked, ordersIn, packagesIn } from "../../inspection/known.ts";
import { excerpt } from "../../inspection/seen.ts";
import type { CasesOf } from "../case.ts";
import { type Flaw, firstFlaw, flaw } from "../flaws.ts";
import { isDate, isPast, latestMoment } from "../moments.ts";
import { eachRaw, withPackages } from "../packages/package-answers.ts";
import { isAbsent, partsOf, whereUsed } from "./where-used.ts";

type ParcelRule =
  | "extension.events"
  | "extension.window"
  | "extension.pickup"
  | "extension.elements";

/** Whether a package's tracking events and contents are plausible. */
export const parcelCases: Pick<CasesOf<"extension">, ParcelRule> = {
  "extension.events": whereUsed("events", async (inspection) => {
    const nowS = latestMoment(inspection);
    return eachRaw((pkg, pointer) => {
      const events = partsOf(pkg.events, `${pointer}/events`);
      return firstFlaw(
        events,
        (event, at) => eventFlaw(event, nowS) ?? orderFlaw(event, events[at - 1]),
      );
    })(inspection);
  }),

  "extension.window": whereUsed(
    "window",
    eachRaw((pkg, pointer) => {
      const [from, to] = [pkg.exp_delivery_from, pkg.exp_delivery_to];
      const isTurned = isDate(from) && isDate(to) && String(from) > String(to);
      if (!isTurned) return dayFlaw(pkg, pointer, "exp_delivery_from", "exp_delivery_to");
      const told = `${from}–${to}`;
      return flaw(
        `${pointer}/exp_delivery_to`,
        `It ends before it begins: ${told}.`,
        `结束早于开始：${told}。`,
      );
    }),
  ),

  "extension.pickup": whereUsed(
    "pickup",
    eachRaw(({ pickup }, pointer) => {
      if (isAbsent(pickup)) return null;
      const { part } = partsOf([pickup], "")[0]!;
      const place = `${pointer}/pickup`;
      if (isText(part.name) || isText(part.address)) return dayFlaw(part, place, "until");
      return flaw(place, "It names neither a place nor an address.", "既没有名称，也没有地址。");
    }),
  ),

  "extension.elements": whereUsed("elements", (inspection) =>
    withPackages(inspection, async () => {
      const orders = (await findByNumber(inspection)).flatMap(ordersIn);
      const asked = await findPackages(inspection);
      for (const one of asked) {
        const flaw = contentFlaw(one, orders);
        if (flaw) return broken([one.sent], flaw.detail, flaw.pointer);
      }
      return eachRaw(packedFlaw)(inspection);
    }),
  ),
};

type Part = ReturnType<typeof partsOf>[number];

const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";

/** Checks that an event is readable: it has a past moment, and a text, place or code. */
function eventFlaw({ part, place }: Part, nowS: number): Flaw | null {
  if (!isPast(part.at, nowS)) {
    const told = excerpt(JSON.stringify(part.at) ?? "undefined");
    return flaw(`${place}/at`, `It is ${told}.`, `它是 ${told}。`);
  }
  if ([part.text, part.place, part.code].some(isText)) return null;
  return flaw(place, "It has no text, place or code.", "没有 text、place 或 code。");
}

function orderFlaw({ part, place }: Part, before: Part | undefined): Flaw | null {
  if (before === undefined || Number(part.at) <= Number(before.part.at)) return null;
  return flaw(`${place}/at`, "It is newer than the event above it.", "它比上面的动态更新。");
}

function dayFlaw(
  part: Readonly<Record<string, unknown>>,
  pointer: string,
  ...keys: readonly string[]
): Flaw | null {
  return firstFlaw(keys, (key) => {
    if (isAbsent(part[key]) || isDate(part[key])) return null;
    const told = excerpt(JSON.stringify(part[key]));
    return flaw(`${pointer}/${key}`, `It is ${told}.`, `它是 ${told}。`);
  });
}

function packedFlaw(pkg: Record<string, unknown>, pointer: string): Flaw | null {
  return firstFlaw(partsOf(pkg.elements, `${pointer}/elements`), ({ part, place }) =>
    isText(part.title) ? null : flaw(place, "It has no title.", "没有 title。"),
  );
}

/** Checks whether a package no longer holds its goods, so that another may contain them again. */
const isGone = ({ package_status_code: code }: Package) =>
  code === "canceled" || code === "returned" || code === "returning" || code === "lost";

/** More of a product in all packages of an order than the order has; sets may be packed in pieces of other names. */
function contentFlaw(asked: Asked, orders: readonly Order[]): Flaw | null {
  const packages = packagesIn(asked);
  const packed = packages.filter((pkg) => !isGone(pkg)).flatMap(({ elements = [] }) => elements);
  const number = packages[0]?.order_number ?? "";
  const order = orders.find((one) => sameNumber(one.order_number, number));
  const count = (lines: readonly { title: string; quantity: number }[], title: string) =>
    lines.filter((line) => line.title === title).reduce((sum, line) => sum + line.quantity, 0);
  return firstFlaw(packed, ({ title }) => {
    const [all, ordered] = [count(packed, title), count(order?.elements ?? [], title)];
    if (ordered === 0 || all <= ordered) return null;
    const told = excerpt(title);
    return flaw(
      "/packages",
      `${all} of “${told}” are packed, and ${ordered} were ordered.`,
      `包裹里共有 ${all} 件“${told}”，订单里只有 ${ordered} 件。`,
    );
  });
}
