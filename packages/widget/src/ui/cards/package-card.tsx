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
import { Details } from "./details.tsx";
import { Fact } from "./fact.tsx";
import { isHidden, Name, sayName } from "./number.tsx";
import { OutLink } from "./out-link.tsx";
import { Picture } from "./picture.tsx";
import { When } from "./when.tsx";

/** A package as far as the customer may see it: where it is, its date and its goods; the rest is folded up. */
export function PackageCard({ pkg }: { pkg: Partial<Package> }, words: Words) {
  const { package_number: number, order_number: order, package_status: status = "" } = pkg;
  const { product_name: goods, carrier, tracking_number: tracking } = pkg;
  const { phrases, reader, late } = words;
  const stage = stageOf(status, "package")?.stage;
  const step = stage && stages[stage].step;
  const name = <Name of="package" number={number} />;
  return (
    <article class="card" aria-label={goods ?? sayName("package", number, words)}>
      <div class="card-head">
        {isHidden(order) ? <Hidden /> : <Picture url={pkg.image_url} />}
        <div class="card-title">
          <h3>{goods ?? name}</h3>
        </div>
      </div>
      <div>
        {status && <p class="where">{asTitle(statusWords(status, "package", reader), reader)}</p>}
        <When of={deliveryDate(pkg, words)} />
        {step && late.Stepper && <late.Stepper step={step} />}
      </div>
      {(carrier || tracking || (goods && number)) && (
        <Details of={number}>
          <div class="quiet">
            {goods && number && <p>{name}</p>}
            {order && (
              <p>
                <Name of="order" number={order} />
              </p>
            )}
          </div>
          <dl class="facts">
            <Fact of={phrases.carrier}>{carrier}</Fact>
            <Fact of={phrases.trackingNumber} class="number">
              {tracking && (
                <>
                  <bdi>{tracking}</bdi>
                  {late.CopyButton && <late.CopyButton text={tracking} />}
                </>
              )}
            </Fact>
          </dl>
        </Details>
      )}
      <OutLink url={pkg.tracking_url} title={phrases.trackPackage} of={number} />
    </article>
  );
}

/** The words for a package's date, and the date; none where there is none. */
export function deliveryDate(pkg: Partial<Package>, { reader }: Words): Dated {
  return deliveryDay(pkg, { ...reader, today: toCalendarDate(new Date()) });
}
