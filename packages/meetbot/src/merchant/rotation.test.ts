import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { newSecret, verifyRequest } from "@meetbot/protocol";
import { type DeliverOptions, deliver } from "./deliver.ts";
import { createCircuit } from "./resilience/endpoint-runtime.ts";
import { agent, type ReceivedQuery, startMerchant } from "./scripted-merchant.fixture.ts";

const envelope = { id: "test_1", body: '{"request":{}}' };

/** Looks at X-Hub-Signature alone, as merchants of the origin document do. */
const acceptsHub = ({ headers, body }: ReceivedQuery, secrets: string[]) => {
  const hubOnly = { "x-hub-signature": headers["x-hub-signature"] };
  return verifyRequest({ body, headers: hubOnly, secrets, allowLegacy: true }).valid;
};

/** A merchant with one secret, which can be swapped. */
async function startVerifying(t: TestContext, secret: string, refusal = 401) {
  const own = { secret };
  const { promise: firstRefused, resolve: onRefused } = Promise.withResolvers<void>();
  const merchant = await startMerchant(t, (_, response) => {
    const admitted = acceptsHub(merchant.received.at(-1)!, [own.secret]);
    if (!admitted) onRefused();
    response.writeHead(admitted ? 200 : refusal).end("{}");
  });
  const circuit = createCircuit();
  const send = async (signingSecrets: string[], options: Partial<DeliverOptions> = {}) => {
    const endpoint = { ...merchant.endpoint, signingSecrets };
    const { exchanges } = await deliver(envelope, endpoint, { agent, circuit, ...options });
    return exchanges.map(({ httpStatus }) => httpStatus);
  };
  return { own, received: merchant.received, firstRefused, send };
}

describe("while a secret is rotated", () => {
  for (const refusal of [401, 403]) {
    it(`signs with the other secret when the first is refused with ${refusal}, and remembers`, async (t) => {
      const [current, next] = [newSecret(), newSecret()];
      const merchant = await startVerifying(t, next, refusal);
      assert.deepEqual(await merchant.send([current, next]), [refusal, 200]);
      assert.deepEqual(await merchant.send([current, next]), [200]);
    });
  }

  it("follows a merchant who swaps back", async (t) => {
    const [current, next] = [newSecret(), newSecret()];
    const merchant = await startVerifying(t, next);
    await merchant.send([current, next]);
    merchant.own.secret = current;
    assert.deepEqual(await merchant.send([current, next]), [401, 200]);
    assert.deepEqual(await merchant.send([current, next]), [200]);
  });

  it("signs webhook-signature with every secret that lives, each time", async (t) => {
    const [current, next] = [newSecret(), newSecret()];
    const merchant = await startVerifying(t, current);
    await merchant.send([current, next]);
    const [query] = merchant.received;
    for (const secret of [current, next]) {
      const { body, headers } = query!;
      assert.equal(verifyRequest({ body, headers, secrets: secret }).valid, true);
    }
  });

  it("asks for the secrets of this moment when all that are known are refused", async (t) => {
    const [current, next] = [newSecret(), newSecret()];
    const merchant = await startVerifying(t, next);
    let asked = 0;
    const freshSecrets = async () => {
      asked += 1;
      return [current, next];
    };
    assert.deepEqual(await merchant.send([current], { freshSecrets }), [401, 200]);
    assert.equal(asked, 1);
  });

  it("gives up when every secret is refused, and asks for fresh ones once", async (t) => {
    const [current, next, other] = [newSecret(), newSecret(), newSecret()];
    const merchant = await startVerifying(t, other);
    let asked = 0;
    const freshSecrets = async () => {
      asked += 1;
      return [current, next];
    };
    assert.deepEqual(await merchant.send([current, next], { freshSecrets }), [401, 401, 401]);
    assert.equal(asked, 1);
  });

  it("tries the first secret once more: the merchant may swap between two exchanges", async (t) => {
    const [current, previous] = [newSecret(), newSecret()];
    const merchant = await startVerifying(t, previous);
    const sending = merchant.send([current, previous]);
    await merchant.firstRefused;
    merchant.own.secret = current;
    assert.deepEqual(await sending, [401, 401, 200]);
  });

  it("does not sign with a secret that has ended, though it was accepted last", async (t) => {
    const [previous, current] = [newSecret(), newSecret()];
    const merchant = await startVerifying(t, previous);
    await merchant.send([current, previous]);
    assert.deepEqual(await merchant.send([current]), [401]);
  });

  it("gives each exchange a timestamp of its own", async (t) => {
    const [current, next] = [newSecret(), newSecret()];
    const merchant = await startVerifying(t, next);
    await merchant.send([current, next]);
    const stamps = merchant.received.map(({ headers }) => Number(headers["webhook-timestamp"]));
    assert.equal(stamps.length, 2);
    assert.ok(stamps[1]! > stamps[0]!);
  });
});
