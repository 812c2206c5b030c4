import assert from "node:assert/strict";
import { test } from "node:test";
import type { GivenConfig } from "@meetbot/model/connector/connection.ts";
import { offeredConnectors, readConnector } from "../host/connector-host.ts";
import { checkForBot, connectShop } from "./connect-shop.ts";

/** A bot whose shop is connected with a configuration; every platform takes what it is asked with. */
function connected(name: string, config: GivenConfig) {
  let kept = config;
  const asked: GivenConfig[] = [];
  const connections = {
    open: async () => ({ name, version: "1", config: kept }),
    async connect(_: string, given: { config: GivenConfig }) {
      kept = given.config;
      return true as const;
    },
  };
  const host = {
    offered: offeredConnectors(),
    read: readConnector,
    async check(_: string, used: GivenConfig) {
      asked.push(used);
      return { isOk: true as const, shop: "Lanterns", notes: [], sample: null };
    },
  };
  const guard = { judge: async () => ({ allowed: true, reason: "public" }) as const };
  return {
    asked,
    kept: () => kept,
    /** Returns `ok`, or the field and its error message; asserts that a check returns the same as connecting. */
    async replace(given: GivenConfig, connector = name): Promise<string> {
      const [wished, deps] = [
        { name: connector, config: given },
        { host, guard },
      ];
      const checked = await checkForBot("bot_1", wished, { connections }, deps);
      const came = await connectShop("bot_1", wished, { connections }, deps);
      assert.deepEqual(came, checked);
      return came.outcome === "bad_config" ? `${came.field}: ${came.message}` : came.outcome;
    },
  };
}

const site = { url: "https://shop.example/eu", consumerKey: "ck_1", consumerSecret: "cs_1" };

test("a field that is left out stays, an empty text takes an optional one away, and a needed secret stays", async () => {
  const { replace, kept } = connected("woocommerce", {
    ...{ ...site, webhookSecret: "hooks", completedMeans: "on-its-way" },
  });
  assert.equal(await replace({ consumerKey: "ck_2", consumerSecret: "cs_2" }), "ok");
  const renewed = { ...site, consumerKey: "ck_2", consumerSecret: "cs_2" };
  const others = { webhookSecret: "hooks", completedMeans: "on-its-way" };
  assert.deepEqual(kept(), { ...renewed, ...others });
  assert.equal(await replace({ consumerSecret: " ", webhookSecret: " " }), "ok");
  assert.deepEqual(kept(), { ...renewed, completedMeans: "on-its-way" });
  assert.match(await replace({ url: "" }), /^url: .*missing/);
  assert.match(await replace({ colour: "red" }), /^colour: /);
  assert.match(await replace({ url: site.url }, "vendure"), /^apiKey: .*missing/);
  assert.deepEqual(kept(), { ...renewed, completedMeans: "on-its-way" });
});

test("a kept secret is sent to no other shop at the same origin, and has to be given anew", async () => {
  const { replace, kept, asked } = connected("woocommerce", { ...site, webhookSecret: "hooks" });
  const moved = { url: "https://shop.example/us" };
  const keys = { consumerKey: "ck_2", consumerSecret: "cs_2" };
  const anew = /^consumerKey: .*another address.*Give it anew/;
  for (const given of [moved, { ...moved, consumerKey: "" }])
    assert.match(await replace(given), anew);
  assert.match(
    await replace({ ...moved, ...keys }),
    /^webhookSecret: .*another address.*, or "" to go without/,
  );
  assert.deepEqual([asked, kept()], [[], { ...site, webhookSecret: "hooks" }]);
  assert.equal(await replace({ ...moved, ...keys, webhookSecret: "" }), "ok");
  assert.deepEqual(kept(), { ...moved, ...keys });
  assert.equal(await replace({ url: "HTTPS://Shop.example/us", completedMeans: "past" }), "ok");
  const { replace: replaceToken } = connected("shopify", { shop: "a", accessToken: "shpat_1" });
  assert.match(await replaceToken({ shop: "b" }), /^accessToken: .*another address/);
  assert.equal(await replaceToken({ shop: "https://a.myshopify.com" }), "ok");
});

test("a shop of Shopify's is signed in to by an app or by a token, and goes over from one to the other", async () => {
  const { replace, kept } = connected("shopify", { shop: "my-shop", accessToken: "shpat_1" });
  const app = { clientId: "id", clientSecret: "secret" };
  assert.match(await replace(app), /^accessToken: .*remove the other/);
  assert.match(await replace({ accessToken: "" }), /^clientId: .*neither/);
  assert.equal(await replace({ ...app, accessToken: "" }), "ok");
  assert.deepEqual(kept(), { shop: "my-shop", ...app });
});
