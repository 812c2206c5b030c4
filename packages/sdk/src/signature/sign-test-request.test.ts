import assert from "node:assert/strict";
import { test } from "node:test";
import {
  createWebhook,
  newSecret,
  type OrdersQuestion,
  type PackagesQuestion,
  refuse,
} from "@meetbot/sdk";
import { signTestRequest, testQuestions } from "@meetbot/sdk/testing";

const signingSecret = newSecret();

test("each question of the test kit is asked as Meetbot asks it, as often as one likes", async () => {
  const asked: (OrdersQuestion | PackagesQuestion)[] = [];
  const hear = (question: OrdersQuestion | PackagesQuestion) => {
    asked.push(question);
    return refuse.orderNotFound();
  };
  const webhook = createWebhook({
    signingSecret,
    orders: hear,
    packages: hear,
  });
  for (const question of [...Object.values(testQuestions), testQuestions.test]) {
    const request = new Request(
      "https://shop.example/",
      signTestRequest(question, { signingSecret }),
    );
    assert.equal((await webhook(request)).status, 200);
  }
  assert.deepEqual(asked, [
    { by: "account", account: "yilia@meetbot.biz", filter: "open", page: 1, limit: 3 },
    { by: "number", orderNumber: "MB7K2Q9XW4TP" },
    { by: "order", orderNumber: "MB7K2Q9XW4TP", page: 1, limit: 3 },
    { by: "package", packageNumber: "MB7K2Q9XW4TP-1", page: 1, limit: 3 },
  ]);
});

test("the id and the moment are the test's to choose, and the id is the envelope's too", () => {
  const { headers, body } = signTestRequest(testQuestions.test, {
    signingSecret,
    id: "a",
    nowS: 1_800_000_000,
  });
  assert.equal(headers["webhook-id"], "a");
  assert.equal(headers["webhook-timestamp"], "1800000000");
  assert.equal(JSON.parse(String(body)).request.id, "a");
});
