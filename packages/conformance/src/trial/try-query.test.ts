import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { describe, it, type TestContext } from "node:test";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { verifyRequest } from "@meetbot/protocol";
import { guardFor } from "../run/run.fixture.ts";
import { sabotages, withOpen } from "../run/sabotages.fixture.ts";
import { account, replyWith, type Sabotage, secret, startShop } from "../run/shop.fixture.ts";
import { rawRequest } from "./raw-request.ts";
import type { Trial } from "./trial.ts";
import { tryQuery } from "./try-query.ts";

const agent = createMerchantAgent(guardFor(["127.0.0.1"]));
const pagination = { page: 1, limit: 3 };
const ofAccount: Trial = { kind: "orders_of_account", account, filter: "open", pagination };

async function tryAt(t: TestContext, trial: Trial, sabotage: Sabotage = {}) {
  const url = await startShop(t, sabotage);
  const tried = await tryQuery({ url, pageId: "42", secret }, trial, { agent });
  const broken = tried.findings.filter(({ status }) => status !== "pass");
  return { ...tried, broken: broken.map(({ rule }) => rule) };
}

const trials: Trial[] = [
  { kind: "test" },
  ofAccount,
  { ...ofAccount, pagination: { page: 2, limit: 1 } },
  { kind: "order", orderNumber: "MB7K2Q9XW4TP" },
  { kind: "packages_of_order", orderNumber: "MB7K2Q9XW4TP", pagination },
  { kind: "package", packageNumber: "1Z999AA10123456784", pagination },
  { kind: "unknown_account" },
  { kind: "unknown_order" },
  { kind: "unknown_package" },
  { kind: "unsigned" },
  { kind: "wrong_secret" },
  { kind: "altered_body" },
];

describe("tryQuery", () => {
  for (const trial of trials) {
    it(`finds nothing wrong with a good webhook: ${trial.kind}`, async (t) => {
      const { broken, findings, sent } = await tryAt(t, trial);
      assert.deepEqual(broken, []);
      assert(findings.length > 0);
      assert.equal(
        sent.exchange.httpStatus,
        ["unsigned", "wrong_secret", "altered_body"].includes(trial.kind) ? 401 : 200,
      );
    });
  }

  const telling: [Trial, keyof typeof sabotages][] = [
    [{ kind: "test" }, "test.token"],
    [{ kind: "test" }, "test.content-type"],
    [ofAccount, "orders.readable"],
    [ofAccount, "orders.number-as-string"],
    [ofAccount, "orders.totals"],
    [ofAccount, "orders.line-prices"],
    [ofAccount, "orders.links"],
    [{ kind: "unknown_account" }, "orders.unknown-account-code"],
    [{ kind: "unknown_order" }, "orders.unknown-number"],
    [{ kind: "packages_of_order", orderNumber: "MB7K2Q9XW4TP", pagination }, "packages.dates"],
    [{ kind: "unsigned" }, "security.unsigned"],
    [{ kind: "wrong_secret" }, "security.wrong-secret"],
    [{ kind: "altered_body" }, "security.altered-body"],
  ];
  for (const [trial, rule] of telling) {
    it(`tells ${rule} by one answer to ${trial.kind}`, async (t) => {
      const { broken, findings } = await tryAt(t, trial, sabotages[rule] as Sabotage);
      assert.deepEqual(broken, [rule]);
      const finding = findings.find((one) => one.rule === rule);
      assert(finding?.detail?.en && finding.detail.zh);
    });
  }

  it("tells prices of one piece also where no subtotal is told, and nothing of a fee it cannot see", async (t) => {
    const asPieces = (price: number) =>
      withOpen(({ elements: [shirt, ...rest], summary: { subtotal: _, ...summary } }) => ({
        elements: [{ ...shirt, price }, ...rest],
        summary,
      }));
    const { broken, findings } = await tryAt(t, ofAccount, asPieces(25));
    assert.deepEqual(broken, ["orders.line-prices"]);
    const found = findings.find(({ rule }) => rule === "orders.line-prices");
    assert.match(found?.detail?.en ?? "", /unit prices were sent/);
    assert.deepEqual((await tryAt(t, ofAccount, asPieces(49))).broken, []);
  });

  it("tells a list that is longer than its limit", async (t) => {
    const { broken, findings } = await tryAt(
      t,
      { ...ofAccount, pagination: { page: 1, limit: 1 } },
      {
        arriving: (arrived) => ({ ...arrived }),
        leaving: (reply) => reply,
        ...sabotages["orders.limit"],
      },
    );
    assert.deepEqual(broken, ["orders.limit"]);
    assert.equal(findings.find(({ rule }) => rule === "orders.limit")?.pointer, "/orders");
  });

  it("says of a webhook that refuses Meetbot that, and nothing else", async (t) => {
    const refuses = { arriving: () => replyWith(401, { success: false, error: { code: 401 } }) };
    const { broken, answer } = await tryAt(t, ofAccount, refuses);
    assert.deepEqual(broken, ["security.valid-signature"]);
    assert.deepEqual(answer, { kind: "unavailable", reason: "signature_refused" });
  });

  it("takes a no for an answer, and nothing readable for none", async (t) => {
    const no = await tryAt(t, { ...ofAccount, account: "nobody@example.com" });
    assert.deepEqual([no.broken, no.answer.kind], [[], "refusal"]);
    const html = await tryAt(t, ofAccount, {
      leaving: (reply) => ({ ...reply, body: "<html>" }),
    });
    assert.deepEqual(html.answer, { kind: "unavailable", reason: "invalid_json" });
    assert(html.broken.includes("limits.utf8") || html.broken.includes("orders.readable"));
  });

  it("reports a webhook that hangs as slow", async (t) => {
    const url = await startShop(t, { arriving: () => "hang" });
    const { findings, answer } = await tryQuery(
      { url, pageId: "42", secret },
      { kind: "test" },
      { agent, deadlineMs: 300 },
    );
    const broken = findings.filter(({ status }) => status === "fail").map(({ rule }) => rule);
    assert.deepEqual(broken, ["limits.answer-time"]);
    assert.equal(findings.length, broken.length, "of silence nothing is said to be kept");
    assert.deepEqual(answer, { kind: "unavailable", reason: "timeout" });
  });

  it("signs with the secret it is given, and shows the whole signature", async (t) => {
    const { sent } = await tryAt(t, ofAccount);
    const { headers, body } = sent.post;
    assert.equal(verifyRequest({ body, headers, secrets: secret }).valid, true);
  });
});

describe("rawRequest", () => {
  it("is the request byte for byte as it arrives", async (t) => {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    t.after(() => server.close());
    await once(server, "listening");
    const arriving = new Promise<Buffer>((resolve) => {
      server.on("connection", (socket) => {
        let all = Buffer.alloc(0);
        socket.on("data", (data) => {
          all = Buffer.concat([all, data]);
          if (!all.toString().endsWith("}")) return;
          socket.end("HTTP/1.1 500 no\r\nconnection: close\r\n\r\n");
          resolve(all);
        });
      });
    });
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/a?b=c`;
    const { sent } = await tryQuery({ url, pageId: "42", secret }, ofAccount, { agent });
    const { line, headers, body } = rawRequest(sent.post);
    const head = [line, ...headers.map(([name, value]) => `${name}: ${value}`), "", ""].join(
      "\r\n",
    );
    assert.equal(String(await arriving), head + body);
  });
});
