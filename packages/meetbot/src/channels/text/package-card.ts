import type { Package } from "@meetbot/protocol";
import { say } from "../../phrases/say.ts";
import { formatCalendarDate, type Reader } from "./format.ts";
import { isDelivered } from "./status-words.ts";

/** A package drawn as text. Fields that the customer may not see are simply absent. */
export function packageCard(pkg: Partial<Package>, reader: Reader): string {
  const { locale } = reader;
  const { package_number: number, package_status: status, order_number: order } = pkg;
  const name = number
    ? say(locale, "labelPackage", { number })
    : say(locale, "labelPackageOfOrder", { number: order ?? "····" });
  const head = [name, ...(status ? [status] : [])].join(" · ");
  const tracking = pkg.tracking_number
    ? [say(locale, "labelTracking", { number: pkg.tracking_number })]
    : [];
  const carrier = [...(pkg.carrier ? [pkg.carrier] : []), ...tracking].join(" · ");
  const lines = [pkg.product_name, carrier, day(pkg, reader), pkg.tracking_url];
  return [head, ...lines.filter(Boolean).map((line) => `  ${line}`)].join("\n");
}

function day(pkg: Partial<Package>, reader: Reader): string {
  if (!pkg.exp_delivery) return "";
  const date = formatCalendarDate(pkg.exp_delivery, reader);
  return isDelivered(pkg.package_status ?? "")
    ? say(reader.locale, "labelDelivered", { date })
    : say(reader.locale, "labelExpected", { date });
}
