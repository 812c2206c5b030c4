import {
  addressLine,
  amountLines,
  eventLines,
  packageStageFor,
  packedLines,
  pickupLines,
  type SeenOrder,
  type SeenPackage,
  stages,
} from "@meetbot/presentation";
import { Fact } from "../cards/fact.tsx";
import { Name } from "../cards/number.tsx";
import type { CardDetails } from "../parts/late.ts";
import type { ChatWords } from "../parts/words.ts";
import { Fragment, h, takeTools } from "./tools.ts";

/** Creates the secondary parts of cards, using the tools that the window has already loaded. */
export function createCardDetails(tools: object): CardDetails {
  takeTools(tools);
  return { OrderFacts, PackageFacts, Way };
}

/** Renders the order's amounts from its summary, the recipient and the payment method. */
function OrderFacts({ order }: { order: SeenOrder }, { phrases, reader }: ChatWords) {
  const { recipient_name: name, address = {}, payment_method: payment } = order;
  const lines = amountLines(order, reader);
  const receiver = [name, addressLine(address, reader)].filter(Boolean);
  return (
    <>
      {lines.length > 0 && (
        <dl class="amounts">
          {lines.map(([label, amount, isTotal], at) => (
            <Fact key={at} of={label} class={isTotal ? "total" : ""}>
              <bdi>{amount}</bdi>
            </Fact>
          ))}
        </dl>
      )}
      {(receiver.length > 0 || payment) && (
        <dl class="facts">
          <Fact of={phrases.shipTo}>{receiver.join("\n")}</Fact>
          <Fact of={phrases.payment}>{payment}</Fact>
        </dl>
      )}
    </>
  );
}

/** Renders a package's name, carrier, contents and last events. */
function PackageFacts({ pkg }: { pkg: SeenPackage }, { phrases, reader, late }: ChatWords) {
  const { carrier, tracking_number: tracking, package_number: number, order_number: order } = pkg;
  return (
    <>
      <div class="quiet">
        {pkg.product_name && number && (
          <p>
            <Name of="package" number={number} />
          </p>
        )}
        {order && (
          <p>
            <Name of="order" number={order} />
          </p>
        )}
      </div>
      {(carrier || tracking) && (
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
      )}
      {pkg.elements && (
        <ul class="quiet">
          {packedLines(pkg).map((line, at) => (
            <li key={at}>{line}</li>
          ))}
        </ul>
      )}
      {pkg.events && (
        <dl class="facts">
          {eventLines(pkg, reader).map(([when, what], at) => (
            <Fact key={at} of={when}>
              {what}
            </Fact>
          ))}
        </dl>
      )}
    </>
  );
}

/** Renders a package's progress and its pickup point. */
function Way({ pkg }: { pkg: SeenPackage }, { reader, late }: ChatWords) {
  const stage = packageStageFor(pkg, reader);
  const step = stage && stages[stage].step;
  return (
    <>
      {step && late.Stepper && <late.Stepper step={step} />}
      {pickupLines(pkg, reader).map((line, at) => (
        <p key={at} class="quiet">
          {line}
        </p>
      ))}
    </>
  );
}
