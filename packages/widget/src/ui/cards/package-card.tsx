import {
  asTitle,
  type Dated,
  deliveryDay,
  packageWords,
  type SeenPackage,
  toCalendarDate,
} from "@meetbot/presentation";
import { h } from "preact";
import { Hidden } from "../parts/hint.tsx";
import type { ChatWords } from "../parts/words.ts";
import { Details } from "./details.tsx";
import { isHidden, Name, sayName } from "./number.tsx";
import { OutLink } from "./out-link.tsx";
import { Picture } from "./picture.tsx";
import { When } from "./when.tsx";

/** Renders what the customer may see of a package: its status, date and goods; the rest is collapsed. */
export function PackageCard({ pkg }: { pkg: SeenPackage }, words: ChatWords) {
  const { package_number: number, order_number: order, product_name: goods } = pkg;
  const { phrases, reader, late } = words;
  const status = packageWords(pkg, reader);
  return (
    <article class="card" aria-label={goods ?? sayName("package", number, words)}>
      <div class="card-head">
        {isHidden(order) ? <Hidden /> : <Picture url={pkg.image_url} />}
        <div class="card-title">
          <h3>{goods ?? <Name of="package" number={number} />}</h3>
        </div>
      </div>
      <div>
        {status && <p class="where">{asTitle(status, reader)}</p>}
        <When of={deliveryDate(pkg, words)} />
        {late.Way && <late.Way pkg={pkg} />}
      </div>
      {(pkg.carrier || pkg.tracking_number || pkg.elements || pkg.events || (goods && number)) && (
        <Details of={number}>{late.PackageFacts && <late.PackageFacts pkg={pkg} />}</Details>
      )}
      <OutLink url={pkg.tracking_url} label={phrases.trackPackage} of={number} />
    </article>
  );
}

/** Returns the phrase for a package's date, and the date; both empty if there is none. */
export function deliveryDate(pkg: SeenPackage, { reader }: ChatWords): Dated {
  return deliveryDay(pkg, { ...reader, today: toCalendarDate(new Date()) });
}
