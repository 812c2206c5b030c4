import type { Package } from "@meetbot/protocol";
import { say } from "../../../phrases/say.ts";
import type { Reader } from "../../text/format.ts";
import { deliveryDay, packageCard, packageName } from "../../text/package-card.ts";
import { packageStatusWords } from "../../text/status-words.ts";
import { toCards } from "./cards.ts";
import type { Card } from "./graph-message.ts";
import { type Rendered, usableUrl } from "./rendering.ts";

/** Packages as cards, each with a button to its carrier. */
export function packageMessages(packages: Partial<Package>[], reader: Reader): Rendered {
  const asText = () => packages.map((pkg) => packageCard(pkg, reader)).join("\n\n");
  const links = packages.map(({ tracking_url }) => tracking_url);
  return toCards(
    packages.map((pkg) => toCard(pkg, reader)),
    { asText, links },
  );
}

function toCard(pkg: Partial<Package>, reader: Reader): Card {
  const { product_name, package_status, carrier, tracking_number } = pkg;
  const name = packageName(pkg, reader);
  const subtitle = [
    package_status && packageStatusWords(package_status, reader.locale),
    deliveryDay(pkg, reader),
    [carrier, tracking_number].filter(Boolean).join(" "),
    product_name && name,
  ].filter(Boolean);
  const image = usableUrl(pkg.image_url);
  const url = usableUrl(pkg.tracking_url);
  return {
    title: product_name || name,
    ...(subtitle.length > 0 && { subtitle: subtitle.join(" · ") }),
    ...(image && { image_url: image }),
    ...(url && { buttons: [{ type: "web_url", url, title: say(reader.locale, "buttonTrack") }] }),
  };
}
