import type { Package } from "@meetbot/protocol";
import { say } from "../../phrases/say.ts";
import type { RenderContext } from "../channel.ts";
import { formatCalendarDate } from "./format.ts";
import { isDelivered } from "./status-words.ts";

/** A package drawn as text. Fields that the customer may not see are simply absent. */
export function packageCard(pkg: Partial<Package>, context: RenderContext): string {
  const { locale } = context;
  const { package_number: number, package_status: status, order_number: order } = pkg;
  const name = number
    ? say(locale, "labelPackage", { number })
    : say(locale, "labelPackageOfOrder", { number: order ?? "····" });
  const head = [name, ...(status ? [status] : [])].join(" · ");
  const tracking = pkg.tracking_number
    ? [say(locale, "labelTracking", { number: pkg.tracking_number })]
    : [];
  const carrier = [...(pkg.carrier ? [pkg.carrier] : []), ...tracking].join(" · ");
  const lines = [pkg.product_name, carrier, day(pkg, context), pkg.tracking_url];
  return [head, ...lines.filter(Boolean).map((line) => `  ${line}`)].join("\n");
}

function day(pkg: Partial<Package>, context: RenderContext): string {
  if (!pkg.exp_delivery) return "";
  const date = formatCalendarDate(pkg.exp_delivery, context);
  return isDelivered(pkg.package_status ?? "")
    ? say(context.locale, "labelDelivered", { date })
    : say(context.locale, "labelExpected", { date });
}
