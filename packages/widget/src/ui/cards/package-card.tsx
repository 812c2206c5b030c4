import {
  asTitle,
  type Dated,
  deliveryDay,
  stageOf,
  stages,
  statusWords,
  toCalendarDate,
} from "@meetbot/presentation";
import type { Package } from "@meetbot/protocol";
import { Fragment, h } from "preact";
import { Hidden } from "../parts/hint.tsx";
import type { Words } from "../parts/words.ts";
import { CopyButton } from "./copy-button.tsx";
import { Fact } from "./fact.tsx";
import { isHidden, Name, sayName } from "./number.tsx";
import { OutLink } from "./out-link.tsx";
import { Picture } from "./picture.tsx";
import { Stepper } from "./stepper.tsx";
import { When } from "./when.tsx";

/** A package as far as the customer may see it. */
export function PackageCard({ pkg }: { pkg: Partial<Package> }, words: Words) {
  const { package_number: number, order_number: order, package_status: status = "" } = pkg;
  const { reader } = words;
  const stage = stageOf(status, "package")?.stage;
  const step = stage && stages[stage].step;
  const name = <Name of="package" number={number} />;
  return (
    <article class="card" aria-label={pkg.product_name ?? sayName("package", number, words)}>
      <div class="card-head">
        {isHidden(order) ? <Hidden /> : <Picture url={pkg.image_url} />}
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
        {status && <p class="where">{asTitle(statusWords(status, "package", reader), reader)}</p>}
        <When of={deliveryDate(pkg, words)} />
        {step && <Stepper step={step} />}
      </div>
      <Carrier pkg={pkg} />
      <OutLink url={pkg.tracking_url} label={words.phrases.trackPackage} of={number} />
    </article>
  );
}

/** The words for a package's date, and the date; none where there is none. */
export function deliveryDate(pkg: Partial<Package>, { reader }: Words): Dated {
  return deliveryDay(pkg, { ...reader, today: toCalendarDate(new Date()) });
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
