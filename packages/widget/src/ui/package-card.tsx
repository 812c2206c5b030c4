import type { Package } from "@meetbot/protocol";
import { Fragment, h } from "preact";
import { formatCalendarDate, toCalendarDate } from "../format/date.ts";
import { deliveryPhrase, packageStage } from "../format/package-stage.ts";
import { fillParts } from "../phrases/fill.ts";
import { CopyButton } from "./copy-button.tsx";
import { Fact } from "./fact.tsx";
import { Hidden } from "./hint.tsx";
import { Name, sayName } from "./number.tsx";
import { OutLink } from "./out-link.tsx";
import { Picture } from "./picture.tsx";
import { Stepper } from "./stepper.tsx";
import type { Words } from "./words.ts";

/** A package as far as the customer may see it. The shop's own words for its status always stand. */
export function PackageCard({ pkg }: { pkg: Partial<Package> }, words: Words) {
  const { package_number: number, order_number: order, package_status: status = "" } = pkg;
  const stage = packageStage(status);
  const name = <Name of="package" number={number} />;
  return (
    <article class="card" aria-label={pkg.product_name ?? sayName("package", number, words)}>
      <div class="card-head">
        {isClosed(pkg) ? <Hidden /> : <Picture url={pkg.image_url} />}
        <div class="card-title">
          <h3>{pkg.product_name ?? name}</h3>
          {pkg.product_name && <p class="quiet">{name}</p>}
          {order && (
            <p class="quiet">
              <Name of="order" number={order} />
            </p>
          )}
        </div>
      </div>
      <div>
        {status && <p class="where">{status}</p>}
        <DeliveryDate pkg={pkg} />
        {stage && <Stepper stage={stage} />}
      </div>
      <Carrier pkg={pkg} />
      <OutLink url={pkg.tracking_url} label={words.phrases.trackPackage} of={number} />
    </article>
  );
}

/** Whether what is inside is hidden (level 0, or asked by the package's number alone). */
export function isClosed(pkg: Partial<Package>): boolean {
  return !pkg.order_number;
}

function DeliveryDate({ pkg }: { pkg: Partial<Package> }, words: Words) {
  const [phrase, date] = deliveryDate(pkg, words);
  return date && <p class="quiet">{fillParts(phrase, { date: <bdi>{date}</bdi> })}</p>;
}

/** The phrase for a package's date, and the date; none where there is none. */
export function deliveryDate(
  { exp_delivery: day, package_status: status = "" }: Partial<Package>,
  { phrases, language }: Words,
): [phrase: string, date: string] {
  if (!day) return ["", ""];
  const phrase = deliveryPhrase(packageStage(status), day, toCalendarDate(new Date()));
  return [phrases[phrase], formatCalendarDate(day, language)];
}

function Carrier({ pkg }: { pkg: Partial<Package> }, { phrases }: Words) {
  const { carrier, tracking_number: number } = pkg;
  return (
    (carrier || number) && (
      <dl class="facts">
        <Fact of={phrases.carrier}>{carrier}</Fact>
        <Fact of={phrases.trackingNumber} class="number">
          {number && (
            <>
              <bdi>{number}</bdi>
              <CopyButton text={number} />
            </>
          )}
        </Fact>
      </dl>
    )
  );
}
