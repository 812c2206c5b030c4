import {
  deliveryWords,
  packageLines,
  packageName,
  packageWords,
  packedLines,
  pickupLines,
  type Reader,
  tell,
} from "@meetbot/presentation";
import type { Package } from "@meetbot/protocol";
import { asText } from "../../text/render.ts";
import { toCards } from "./cards.ts";
import type { GraphCard } from "./graph-message.ts";
import { type Rendered, usableUrl } from "./rendering.ts";

/** Packages as cards, each with a button to its carrier. */
export function packageMessages(packages: Partial<Package>[], reader: Reader): Rendered {
  const links = packages.map(({ tracking_url }) => tracking_url);
  return toCards(
    packages.map((pkg) => toCard(pkg, reader)),
    { asText: () => packages.map((pkg) => asText(packageLines(pkg, reader))).join("\n\n"), links },
  );
}

function toCard(pkg: Partial<Package>, reader: Reader): GraphCard {
  const { product_name, carrier, tracking_number } = pkg;
  const name = packageName(pkg, reader);
  const goods = packedLines(pkg).join(", ") || product_name;
  const subtitle = [
    packageWords(pkg, reader),
    deliveryWords(pkg, reader),
    pickupLines(pkg, reader)[0],
    [carrier, tracking_number].filter(Boolean).join(" "),
    goods && name,
  ].filter(Boolean);
  const image = usableUrl(pkg.image_url);
  const url = usableUrl(pkg.tracking_url);
  return {
    title: goods || name,
    ...(subtitle.length > 0 && { subtitle: subtitle.join(" · ") }),
    ...(image && { image_url: image }),
    ...(url && { buttons: [{ type: "web_url", url, title: tell(reader, "trackPackage") }] }),
  };
}
