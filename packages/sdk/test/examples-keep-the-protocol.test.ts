import assert from "node:assert/strict";
import { test } from "node:test";
import { run, told } from "../../conformance/src/run/run.fixture.ts";
import { runShop } from "./run-shop.ts";
import { secret } from "./sign-question.ts";

const account = "yilia@meetbot.biz";
const orderNumber = "MB7K2Q9XW4TP";

for (const name of ["node-http", "express", "fastify", "koa", "hono"]) {
  test(`the example ${name}.ts keeps all rules of the protocol`, async () => {
    await using shop = await runShop(new URL(`../examples/${name}.ts`, import.meta.url));
    const findings = await run(shop.url.replace("localhost", "127.0.0.1"), {
      secret,
      account,
      orderNumber,
    });
    assert.deepEqual(told(findings), []);
    assert.ok(findings.length > 90);
  });
}
