import assert from "node:assert/strict";
import { test } from "node:test";
import { orderStatusCodes, packageStatusCodes } from "@meetbot/protocol";
import type { Reader, StatusOf } from "../languages/contract/card-language.ts";
import { type CustomerLocale, customerLocales } from "../languages/customer-locale.ts";
import { orderLine } from "../lines/order-line.ts";
import { orderLines, type SeenOrder } from "../lines/order-lines.ts";
import { deliveryBeside, packageLines } from "../lines/package-lines.ts";
import { pickupLines } from "../lines/parcel-lines.ts";
import { orderStatuses, packageStatuses } from "./known-statuses.ts";
import { readerOf } from "./reader-of.ts";
import { packageStageFor, type SeenPackage } from "./stage-for.ts";
import { statusTone } from "./status-tone.ts";
import { packageWords } from "./status-words.ts";
import { textsOf } from "./texts-of.fixture.ts";
import { orderWithKnownStage, packageWithKnownStage } from "./with-known-stage.ts";

const today = "2026-12-01";

/** Who reads in a browser, where nothing knows how shops write statuses. */
const browserReader = (locale: CustomerLocale): Reader => ({
  ...readerOf(locale, { today, timeZone: "UTC" }),
  stageOf: null,
});

const sent = <Item>(item: Item): Item => JSON.parse(JSON.stringify(item));

/** All that cards show of an order. */
const orderTold = (order: SeenOrder, reader: Reader) => [
  orderLine(order, reader),
  orderLines(order, reader),
  statusTone(order, reader),
];

/** All that cards show of a package. */
const packageTold = (pkg: SeenPackage, reader: Reader) => [
  packageWords(pkg, reader),
  packageLines(pkg, reader),
  pickupLines(pkg, reader),
  deliveryBeside("-", pkg, reader),
  packageStageFor(pkg, reader),
];

/** Each known status once for each language, codes and what nobody knows. */
const textsFor: Record<StatusOf, string[]> = {
  order: statusesIn(orderStatuses).concat(orderStatusCodes),
  package: statusesIn(packageStatuses).concat(packageStatusCodes),
};
const unknown = ["Retenu en douane", "NOT_YET_KNOWN", "on_file", "constructor", ""];

function statusesIn(statuses: typeof orderStatuses): string[] {
  return Object.values(statuses).flatMap((written) => Object.values(written).flatMap(textsOf));
}

for (const locale of customerLocales) {
  test(`a browser tells what a server does, of orders and packages, with a code and without: ${locale}`, () => {
    const onServer = readerOf(locale, { today, timeZone: "UTC" });
    const inBrowser = browserReader(locale);
    for (const status of [...textsFor.order, ...unknown]) {
      for (const code of [undefined, "shipped", "canceled"] as const) {
        const order = { order_number: "1", status, ...(code && { status_code: code }) };
        const told = orderTold(sent(orderWithKnownStage(order)), inBrowser);
        assert.deepEqual(told, orderTold(order, onServer), `${status} ${code}`);
      }
    }
    for (const status of [...textsFor.package, ...unknown]) {
      for (const code of [undefined, "delivered", "customs"] as const) {
        const pkg = {
          package_number: "1",
          package_status: status,
          exp_delivery: "2026-12-03",
          pickup: { name: "Corner shop" },
          ...(code && { package_status_code: code }),
        };
        const told = packageTold(sent(packageWithKnownStage(pkg)), inBrowser);
        assert.deepEqual(told, packageTold(pkg, onServer), `${status} ${code}`);
        const order = { order_number: "1", status: "?", parcel: pkg };
        const line = orderTold(sent(orderWithKnownStage(order)), inBrowser);
        assert.deepEqual(line, orderTold(order, onServer), `${status} ${code}, of an order`);
      }
    }
  });
}

test("an English customer of a French shop reads English, and what the shop's words say more", () => {
  const en = browserReader("en");
  const fr = browserReader("fr");
  const order = orderWithKnownStage<SeenOrder>({ status: "Expédiée" });
  assert.deepEqual(order.known_stage, { stage: "shipped", language: "fr" });
  assert.equal(orderLine(order, en).state, "shipped");
  assert.equal(orderLine(order, fr).state, "Expédiée");
  const pkg = packageWithKnownStage({ package_status: "En cours de livraison" });
  assert.equal(packageWords(pkg, en), "out for delivery");
  assert.equal(packageWords(pkg, fr), "En cours de livraison");
  const held = packageWithKnownStage({
    package_status: "Retenu en douane",
    package_status_code: "customs" as const,
  });
  assert.equal("known_stage" in held, false);
  assert.equal(packageWords(held, en), "in customs · Retenu en douane");
  const other = packageWithKnownStage({
    package_status: "Livrée",
    package_status_code: "customs" as const,
  });
  assert.equal(packageWords(other, en), "in customs");
  assert.equal(packageWords(other, fr), fr.language.stages.customs);
});

test("without what was read a browser tells the shop's own words, and no stage", () => {
  const en = browserReader("en");
  assert.equal(packageWords({ package_status: "Livrée" }, en), "Livrée");
  assert.equal(packageStageFor({ package_status: "Livrée" }, en), undefined);
  assert.equal(packageStageFor({ package_status_code: "delivered" }, en), "delivered");
});
