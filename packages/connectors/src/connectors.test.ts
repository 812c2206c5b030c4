import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Connector } from "./connector/connector.ts";
import { ConnectorConfigError } from "./connector/connector-error.ts";
import { connectorOf, connectors } from "./connectors.ts";

const { shopify, vendure } = connectors;

function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ConnectorConfigError) return `${error.field}: ${error.message}`;
    throw error;
  }
  return "read";
}

describe("connectors", () => {
  it("are found by their names, and nothing else is", () => {
    for (const name of Object.keys(connectors)) assert.equal(connectorOf(name)?.name, name);
    for (const none of ["", "toString", "__proto__", "Vendure"])
      assert.equal(connectorOf(none), undefined);
  });

  it("read what their table of fields names, trimmed, and nothing else", () => {
    for (const connector of Object.values<Connector>(connectors)) {
      assert.match(
        refusalOf(() => connector.readConfig([])),
        /not a JSON object/,
      );
      assert.match(
        refusalOf(() => connector.readConfig({ colour: "red" })),
        /^colour: .*Known: /,
      );
      const [required] = connector.fields.filter((field) => field.isRequired);
      const missing = refusalOf(() => connector.readConfig({}));
      assert.ok(missing.startsWith(`${required?.name}: `), missing);
      assert.ok(connector.fields.some((field) => field.kind === "secret"));
    }
  });
});

describe("vendure.readConfig", () => {
  const read = (changes: object) =>
    vendure.readConfig({ url: "https://shop.example/admin-api", apiKey: "key", ...changes });

  it("takes the admin API however it was pasted", () => {
    for (const url of [
      "shop.example",
      " https://shop.example/ ",
      "https://shop.example/admin-api/",
    ]) {
      assert.equal(read({ url }).url, "https://shop.example/admin-api", url);
    }
    assert.equal(
      vendure.originOf(read({ url: "http://10.0.0.1:3000/admin-api" })),
      "http://10.0.0.1:3000",
    );
    assert.deepEqual(read({ payLaterMethods: "invoice, cheque ," }).payLaterMethods, [
      "invoice",
      "cheque",
    ]);
  });

  it("says which field is wrong, and never what was in it", () => {
    const wrong: [changes: object, says: RegExp][] = [
      [{ url: "ftp://shop.example" }, /^url: url is no web address/],
      [{ url: "https://me:secret@shop.example" }, /^url: .*has a name/],
      [{ url: "https://shop.example/?token=secret" }, /^url: /],
      [{ url: "https://shop.example/shop-api" }, /^url: .*the shop API.*\/admin-api/],
      [{ apiKey: "" }, /^apiKey: apiKey is missing/],
      [{ apiKey: "sec ret" }, /^apiKey: .*Copy it again/],
      [{ apiKey: "secret\u200b" }, /^apiKey: /],
      [{ apiKey: 7 }, /^apiKey: .*not a text/],
      [{ apiKey: "s".repeat(2_001) }, /^apiKey: .*longer/],
      [{ timeZone: "Berlin" }, /^timeZone: .*Europe\/Berlin/],
    ];
    for (const [changes, says] of wrong) {
      const told = refusalOf(() => read(changes));
      assert.match(told, says);
      assert.doesNotMatch(told, /secret|sec ret|ssss/);
    }
  });
});

describe("shopify.readConfig", () => {
  const read = (changes: object) =>
    shopify.readConfig({ shop: "my-shop", clientId: "id", clientSecret: "secret", ...changes });

  it("takes the shop's name however a browser shows it", () => {
    for (const shop of [
      "My-Shop",
      "my-shop.myshopify.com",
      "https://my-shop.myshopify.com/admin",
      "https://admin.shopify.com/store/my-shop/settings/domains",
    ]) {
      assert.equal(shopify.originOf(read({ shop })), "https://my-shop.myshopify.com", shop);
    }
  });

  it("says what is missing, and tells a secret from a token", () => {
    const wrong: [changes: object, says: RegExp][] = [
      [{ shop: "www.my-shop.com" }, /^shop: .*\.myshopify\.com/],
      [{ shop: "x.myshopify.com.evil.example" }, /^shop: /],
      [{ clientSecret: "" }, /^clientSecret: .*Dev Dashboard/],
      [{ clientId: "", clientSecret: "" }, /^clientId: .*neither/],
      [{ accessToken: "shpat_a" }, /^accessToken: .*remove the other/],
      [{ clientId: "", clientSecret: "", accessToken: "shpss_a" }, /^accessToken: .*clientSecret/],
    ];
    for (const [changes, says] of wrong)
      assert.match(
        refusalOf(() => read(changes)),
        says,
      );
  });
});
