import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { runShop } from "./run-shop.ts";
import {
  listQuery,
  orderQuery,
  packagesQuery,
  signQuestionNow,
  validityQuery,
} from "./sign-question.ts";

const examples = new URL("../examples/", import.meta.url);

const webhooks = readdirSync(examples).filter((name) => !name.startsWith("sign-identity."));

for (const name of webhooks) {
  test(`the example ${name} answers signed questions over HTTP and turns others away`, async () => {
    await using shop = await runShop(new URL(name, examples));
    const ask = async (init: RequestInit) => {
      const answer = await fetch(shop.url, init);
      return { status: answer.status, body: await answer.json() };
    };

    const validity = await ask(signQuestionNow({ ...validityQuery, testToken: "订单 👕" }));
    assert.deepEqual(validity, {
      status: 200,
      body: { success: true, object: "test", test_token: "订单 👕" },
    });
    for (const query of [listQuery, orderQuery]) {
      const { body } = await ask(signQuestionNow(query));
      assert.equal((body as { orders: object[] }).orders.length, 1);
    }
    const parcels = await ask(signQuestionNow(packagesQuery));
    assert.deepEqual(parcels.body, {
      success: false,
      error: { code: 11001, message: "Order not found" },
    });

    const unsigned = await ask({ ...signQuestionNow(listQuery), headers: {} });
    assert.equal(unsigned.status, 401);
  });
}
