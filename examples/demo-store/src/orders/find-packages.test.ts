import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openDatabase } from "../database/schema.ts";
import { seedDatabase } from "../seed/seed-database.ts";
import { shoppers } from "../seed/shoppers.ts";
import { findPackagesByNumber, findPackagesOfOrder } from "./find-packages.ts";

const shop = { database: openDatabase(":memory:"), url: "http://127.0.0.1:4500" };
seedDatabase(shop.database, "2026-11-24");

const orders = shoppers.flatMap(({ orders }) => orders);
const whole = { page: 1, limit: 10 };

describe("findPackagesOfOrder", () => {
  it("tells each package of each order once over all pages, in the order they were packed", () => {
    for (const { number, packages = [] } of orders) {
      const told: string[] = [];
      for (let page = 1, more = true; more; page += 1) {
        const found = findPackagesOfOrder(shop, { orderNumber: number, page, limit: 1 });
        assert.ok(found);
        told.push(...found.packages.map((pkg) => pkg.package_number));
        more = found.hasNextPage;
        assert.equal(more, page < packages.length);
      }
      assert.deepEqual(
        told,
        packages.map((pkg) => pkg.number),
      );
    }
  });

  it("tells a package whole", () => {
    assert.deepEqual(findPackagesOfOrder(shop, { orderNumber: "1057", ...whole })?.packages, [
      {
        order_number: "1057",
        package_number: "PKHJN596PW",
        product_name: "老坛辣椒酱",
        carrier: "YTO Express 圆通",
        tracking_number: "YT8040507389951",
        tracking_url: "https://www.kuaidi100.com/chaxun?com=yuantong&nu=YT8040507389951",
        package_status: "派送失败",
        package_status_code: "attempt_failed",
        exp_delivery: "2026-11-25",
        image_url: "http://127.0.0.1:4500/products/chili-sauce.svg",
      },
    ]);
  });

  it("tells where a parcel of a telling carrier has been, between which days it comes, and that in Chinese too", () => {
    const context = { locale: "zh" };
    const asked = { orderNumber: "MB6CP2S7GDYH", ...whole, context };
    const [pkg] = findPackagesOfOrder(shop, asked)?.packages ?? [];
    assert.equal(pkg?.package_status, "运输中");
    assert.equal(pkg?.package_status_code, "in_transit");
    assert.deepEqual(
      pkg?.events?.map(({ place }) => place),
      ["Leipzig", "Hangzhou"],
    );
    assert.deepEqual([pkg?.exp_delivery_from, pkg?.exp_delivery_to], ["2026-11-26", "2026-11-28"]);
  });

  it("leaves the carrier out before a package is handed over", () => {
    const found = findPackagesOfOrder(shop, { orderNumber: "MBZGXZWKZ445", ...whole });
    const [pkg] = found?.packages ?? [];
    assert.equal(pkg?.package_status, "Preparing");
    for (const field of ["carrier", "tracking_number", "tracking_url"]) {
      assert.ok(!(field in pkg), field);
    }
  });

  it("does not know an order that is not there", () => {
    assert.equal(findPackagesOfOrder(shop, { orderNumber: "9999", ...whole }), null);
  });
});

describe("findPackagesByNumber", () => {
  it("finds every package by the shop's number and by the carrier's, in small letters too", () => {
    for (const pkg of orders.flatMap(({ packages = [] }) => packages)) {
      for (const number of [pkg.number, pkg.trackingNumber]) {
        if (!number) continue;
        const asked = { packageNumber: ` ${number.toLowerCase()} `, ...whole };
        const found = findPackagesByNumber(shop, asked);
        assert.deepEqual(
          found?.packages.map(({ package_number }) => package_number),
          [pkg.number],
        );
      }
    }
  });

  it("does not know a number that is not there, on any page", () => {
    for (const page of [1, 2]) {
      assert.equal(findPackagesByNumber(shop, { packageNumber: "PK99", page, limit: 3 }), null);
    }
  });
});
