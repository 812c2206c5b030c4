import type { Package } from "@meetbot/protocol";
import { say } from "../../phrases/say.ts";
import { formatCalendarDate, type Reader } from "./format.ts";
import { isDelivered, packageStatusWords } from "./status-words.ts";

/** A package drawn as text. Fields that the customer may not see are simply absent. */
export function packageCard(pkg: Partial<Package>, reader: Reader): string {
  const { package_status: status } = pkg;
  const words = status ? [packageStatusWords(status, reader.locale)] : [];
  const head = [packageName(pkg, reader), ...words].join(" · ");
  const tracking = pkg.tracking_number
    ? [say(reader.locale, "labelTracking", { number: pkg.tracking_number })]
    : [];
  const carrier = [...(pkg.carrier ? [pkg.carrier] : []), ...tracking].join(" · ");
  const lines = [pkg.product_name, carrier, deliveryDay(pkg, reader), pkg.tracking_url];
  return [head, ...lines.filter(Boolean).map((line) => `  ${line}`)].join("\n");
}

/** What a package is called: by its own number, or by that of its order. */
export function packageName(pkg: Partial<Package>, { locale }: Reader): string {
  const { package_number: number, order_number: order } = pkg;
  return number
    ? say(locale, "labelPackage", { number })
    : say(locale, "labelPackageOfOrder", { number: order ?? "····" });
}

/** The day it is expected, or the day it came; nothing where neither is known. */
export function deliveryDay(pkg: Partial<Package>, reader: Reader): string {
  if (!pkg.exp_delivery) return "";
  const date = formatCalendarDate(pkg.exp_delivery, reader);
  return isDelivered(pkg.package_status ?? "")
    ? say(reader.locale, "labelDelivered", { date })
    : say(reader.locale, "labelExpected", { date });
}
