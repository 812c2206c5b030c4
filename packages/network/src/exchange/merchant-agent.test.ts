import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { deliver } from "../../../meetbot/src/merchant/deliver.ts";
import {
  startAnsweringMerchant,
  startMerchant,
  startRawMerchant,
} from "../../../meetbot/src/merchant/scripted-merchant.fixture.ts";
import { parseAllowList } from "../addresses/allow-list.ts";
import { createEndpointGuard } from "../addresses/endpoint-guard.ts";
import type { ResolveName } from "../addresses/resolve-name.ts";
import { createMerchantAgent } from "./merchant-agent.ts";

const envelope = { id: "test_1", body: "{}" };
const publicAddress = "93.184.216.34";

/** A way out with an allow list and a resolver of its own. */
function openWay(t: TestContext, allow: string[], resolve: ResolveName) {
  const list = parseAllowList(allow);
  const guard = createEndpointGuard({ allow: () => list, ownPort: 0, resolve });
  const agent = createMerchantAgent(guard);
  t.after(agent.close);
  return { agent, guard };
}

/** Answers the lookups one after the other, and counts them. */
function scriptedResolver(...answers: string[][]) {
  const asked: string[] = [];
  const resolve: ResolveName = async (name) => {
    asked.push(name);
    return answers[asked.length - 1] ?? assert.fail("looked up once too often");
  };
  return { resolve, asked };
}

const neverAsked: ResolveName = () => assert.fail("an address is not looked up");

/** The endpoint under another host. */
const at = <Endpoint extends { url: string }>(endpoint: Endpoint, host: string) => ({
  ...endpoint,
  url: endpoint.url.replace("127.0.0.1", host),
});

describe("createMerchantAgent", () => {
  it("looks a name up once and connects to the address that was vetted", async (t) => {
    const merchant = await startAnsweringMerchant(t, "{}");
    const { port } = new URL(merchant.endpoint.url);
    const { resolve, asked } = scriptedResolver(["127.0.0.1"]);
    const { agent } = openWay(t, [`127.0.0.1:${port}`], resolve);
    const endpoint = at(merchant.endpoint, "shop.example.");
    const { outcome } = await deliver(envelope, endpoint, { agent });
    assert.deepEqual(outcome, { kind: "received", text: "{}" });
    assert.deepEqual(asked, ["shop.example"]);
    assert.equal(merchant.received[0]?.headers.host, `shop.example.:${port}`);
  });

  it("makes no connection when a name leads elsewhere than when it was judged", async (t) => {
    const merchant = await startAnsweringMerchant(t, "{}");
    const { resolve, asked } = scriptedResolver([publicAddress], ["127.0.0.1"]);
    const { agent, guard } = openWay(t, [], resolve);
    const { url, ...rest } = at(merchant.endpoint, "rebind.example");
    const endpoint = { ...rest, url: url.replace("http:", "https:") };
    assert.equal((await guard.judge(endpoint.url)).reason, "public");
    const { outcome } = await deliver(envelope, endpoint, { agent });
    assert.partialDeepStrictEqual(outcome, { kind: "failed", reason: "address_refused" });
    assert.deepEqual([asked.length, merchant.connections()], [2, 0]);
  });

  it("makes no connection when one of a name's addresses is refused", async (t) => {
    const merchant = await startAnsweringMerchant(t, "{}");
    const { resolve } = scriptedResolver(["127.0.0.1", "10.0.0.1"]);
    const { agent } = openWay(t, ["127.0.0.1"], resolve);
    const endpoint = at(merchant.endpoint, "mixed.example");
    const { outcome } = await deliver(envelope, endpoint, { agent });
    assert.partialDeepStrictEqual(outcome, { kind: "failed", reason: "address_refused" });
    assert.equal(merchant.connections(), 0);
  });

  for (const host of [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "%31%32%37.0.0.1",
    "１２７.0.0.1",
    "127.0.0.1.",
    "0.0.0.0",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
  ]) {
    it(`makes no connection to this machine as ${host}`, async (t) => {
      const merchant = await startAnsweringMerchant(t, "{}");
      const { agent } = openWay(t, [], neverAsked);
      for (const scheme of ["http:", "https:"]) {
        const { url, ...rest } = at(merchant.endpoint, host);
        const endpoint = { ...rest, url: url.replace("http:", scheme) };
        const { outcome, exchanges } = await deliver(envelope, endpoint, { agent });
        assert(outcome.kind === "failed");
        assert.equal(outcome.reason, "address_refused");
        assert.match(outcome.detail, /\(special_address\).*MEETBOT_OUTBOUND_ALLOW/);
        assert(!outcome.detail.includes(host), "the log holds no address");
        assert.equal(exchanges[0]?.httpStatus, null);
      }
      assert.equal(merchant.connections(), 0);
    });
  }

  it("refuses a name and password in an endpoint before it connects", async (t) => {
    const merchant = await startAnsweringMerchant(t, "{}");
    const { agent } = openWay(t, ["127.0.0.1"], neverAsked);
    const endpoint = at(merchant.endpoint, "yilia:password@127.0.0.1");
    const { outcome } = await deliver(envelope, endpoint, { agent });
    assert.partialDeepStrictEqual(outcome, { kind: "failed", reason: "address_refused" });
    assert.equal(merchant.connections(), 0);
  });

  for (const status of [301, 302, 303, 307, 308]) {
    it(`does not follow a ${status}, wherever it leads`, async (t) => {
      const inside = await startAnsweringMerchant(t, "{}");
      const merchant = await startMerchant(t, (_, response) => {
        response.writeHead(status, { location: inside.endpoint.url }).end();
      });
      const { agent } = openWay(t, ["127.0.0.1"], neverAsked);
      const { outcome } = await deliver(envelope, merchant.endpoint, { agent });
      assert.partialDeepStrictEqual(outcome, { kind: "failed", reason: "redirect" });
      assert.equal(inside.connections(), 0);
    });
  }

  it("asks the vetted address for the certificate of the name", async (t) => {
    const hellos: Buffer[] = [];
    const server = await startRawMerchant(t, (socket, bytes) => {
      hellos.push(bytes);
      socket.destroy();
    });
    const { resolve } = scriptedResolver(["127.0.0.1"]);
    const { agent } = openWay(t, ["127.0.0.1"], resolve);
    const { url, ...rest } = at(server, "shop.example");
    const endpoint = { ...rest, url: url.replace("http:", "https:") };
    const { outcome } = await deliver(envelope, endpoint, { agent });
    assert.partialDeepStrictEqual(outcome, { kind: "failed", reason: "connection_failed" });
    assert.equal(hellos.length, 1);
    assert(hellos[0]?.includes("shop.example"), "the hello names the host");
  });

  it("ends at the deadline when a name is looked up without end", async (t) => {
    const { agent } = openWay(t, [], () => new Promise(() => {}));
    const endpoint = {
      url: "https://shop.example/",
      pageId: "1",
      signingSecrets: ["whsec_c2VjcmV0"],
    };
    const { outcome } = await deliver(envelope, endpoint, { agent, deadlineMs: 100 });
    assert.partialDeepStrictEqual(outcome, { kind: "failed", reason: "timeout" });
  });

  it("says connection_failed when a name does not exist", async (t) => {
    const notFound = Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
    const { agent } = openWay(t, [], () => Promise.reject(notFound));
    const endpoint = {
      url: "https://shop.example/",
      pageId: "1",
      signingSecrets: ["whsec_c2VjcmV0"],
    };
    const { outcome } = await deliver(envelope, endpoint, { agent });
    assert(outcome.kind === "failed");
    assert.equal(outcome.reason, "connection_failed");
    assert.match(outcome.detail, /does not exist \(ENOTFOUND\)/);
  });
});
