import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import {
  type Arrived,
  replyWith,
  secret,
  signAnew,
  startShop,
} from "@meetbot/conformance/run/shop.fixture.ts";
import { newSecret, signRequest } from "@meetbot/protocol";
import { agent } from "../../merchant/scripted-merchant.fixture.ts";
import { explainRefusal } from "./explain-refusal.ts";

const nowS = Math.floor(Date.now() / 1_000);

function queryAt(timestampS: number) {
  const body = Buffer.from(
    '{"request":{"category":"ecommerce","method":"test","id":"test_1","page_id":"7","meta":""},"params":{"test_token":"t"}}',
  );
  const headers = signRequest({ body, secret, id: "test_1", timestampS });
  return { headers: { ...headers }, body: body.toString("base64") };
}

/** As somebody who takes the secret's text for its bytes. */
function takesTextForBytes(arrived: Arrived) {
  const { headers, body } = arrived;
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const key = secret.slice("whsec_".length);
  const value = createHmac("sha256", key).update(signed).digest("base64");
  return String(headers["webhook-signature"]).includes(value)
    ? signAnew(arrived)
    : replyWith(401, { success: false });
}

test("a refusal is explained by what the webhook's own secrets say of it", async (t) => {
  const refusing = await startShop(t, { arriving: () => replyWith(401, { success: false }) });
  const why = (at: number, secrets: string[], url = refusing) =>
    explainRefusal(queryAt(at), url, agent, secrets);
  assert.match(await why(nowS, []), /Say which secret your webhook has/);
  assert.match(await why(nowS, [newSecret()]), /none of this bot's signing secrets/);
  assert.match(await why(nowS, ["no secret at all"]), /none of this bot's signing secrets/);
  assert.match(await why(nowS - 900, [secret]), /clock/);
  assert.match(await why(nowS, [newSecret(), secret]), /is right, and so is the signature/);
  const mistaken = await startShop(t, { arriving: takesTextForBytes });
  assert.match(
    await why(nowS, [secret], mistaken),
    /signed with the text of the secret\. Take whsec_ off/,
  );
});
