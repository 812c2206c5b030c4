import assert from "node:assert/strict";
import { createHmac, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, it } from "node:test";
import { verifyRequest } from "@meetbot/protocol";
import {
  startAnsweringMerchant,
  startMerchant,
  startRawMerchant,
} from "../../../meetbot/src/merchant/scripted-merchant.fixture.ts";
import type { TestedWebhook } from "../inspection/inspection.ts";
import type { RuleId } from "../rules/ids/rule-ids.ts";
import { rules } from "../rules/rules.ts";
import { CouldNotRunError } from "./could-not-run-error.ts";
import { named, run, told } from "./run.fixture.ts";
import { verifiesHubAlone } from "./sabotages.fixture.ts";
import {
  type Arrived,
  account,
  type FakeReply,
  goodShop,
  otherAccount,
  replyWith,
  secret,
  startShop,
} from "./shop.fixture.ts";

describe("a webhook that cannot be reached", () => {
  it("is said to have nobody listening", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    await assert.rejects(run(`http://127.0.0.1:${port}/`), (error) => {
      assert(error instanceof CouldNotRunError);
      assert.match(error.message, /nothing listens at the endpoint's host and port/);
      return true;
    });
  });

  it("is given up after one exchange where its answer drips", async (t) => {
    let queries = 0;
    const { url } = await startRawMerchant(t, (socket) => {
      queries += 1;
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n");
      const drip = setInterval(() => socket.write(" "), 20);
      socket.on("close", () => clearInterval(drip));
    });
    await assert.rejects(run(url, {}, { deadlineMs: 300 }), /no complete answer within 0.3 s/);
    assert.equal(queries, 1);
  });

  it("is said to speak no HTTP", async (t) => {
    const { url } = await startRawMerchant(t, (socket) =>
      socket.end("220 mail.shop.example ESMTP\r\n"),
    );
    await assert.rejects(run(url), /The webhook cannot be tested: .*not valid HTTP/);
  });

  it("is said to be refused where nothing opened it", async () => {
    await assert.rejects(run("http://10.0.0.1/"), /special_address/);
  });
});

describe("a webhook that answers something else", () => {
  const first = (t: Parameters<typeof startAnsweringMerchant>[0], status: number, headers = {}) =>
    startAnsweringMerchant(t, "<h1>Hello</h1>", { status, headers });

  it("is told the one thing that comes first, and asked nothing more", async (t) => {
    const cases = [
      [404, {}, "test.status"],
      [500, {}, "test.status"],
      [302, { location: "/login" }, "limits.no-redirect"],
      [200, { "content-encoding": "br" }, "limits.no-encoding"],
    ] as const;
    for (const [status, headers, rule] of cases) {
      const merchant = await first(t, status, headers);
      const findings = await run(merchant.endpoint.url);
      assert.deepEqual(named(findings, "fail"), [rule], told(findings).join("\n"));
      assert.equal(named(findings, "skipped").length, rules.length - 2);
      assert(merchant.received.length <= 6, "limits are judged on a handful of queries");
    }
  });

  it("never ends a run with an error, whatever it sends", async (t) => {
    let turn = 0;
    const merchant = await startMerchant(t, (_, response) => {
      turn += 1;
      response.setHeader("content-type", "application/json");
      if (turn % 3 === 0) response.end(randomBytes(300));
      else if (turn % 3 === 1) response.end('{"success":true,"orders":[null,7,{"a":[]}]}');
      else
        response.end('{"success":true,"object":"test","test_token":{"":[]},"packages":"\\u0000"}');
    });
    const findings = await run(merchant.endpoint.url, { account: "a@b.example" });
    assert.equal(findings.length, rules.length);
    assert(named(findings, "fail").length > 20);
  });

  it("is given up when it falls silent, and what was not tested is not called kept", async (t) => {
    let queries = 0;
    const url = await startShop(t, {
      arriving: (arrived) => {
        queries += 1;
        return queries > 20 ? "hang" : arrived;
      },
    });
    const findings = await run(url, {}, { deadlineMs: 1_000 });
    assert.equal(queries, 23);
    const stopped = findings.find(({ rule }) => rule === "limits.answer-time");
    assert.equal(stopped?.status, "fail");
    assert.match(stopped.detail?.en ?? "", /stopped after 23 exchanges/);
    assert(named(findings, "skipped").length > 50);
  });

  it("does not keep a run busy by hanging now and then", async (t) => {
    let queries = 0;
    const url = await startShop(t, {
      arriving: (arrived) => {
        queries += 1;
        return queries % 4 === 0 ? "hang" : arrived;
      },
    });
    const findings = await run(url, {}, { deadlineMs: 500 });
    assert(queries <= 24, `${queries} queries, of which 6 hung`);
    assert(named(findings, "fail").includes("limits.answer-time"));
  });
});

describe("a slow webhook", () => {
  it("is asked at most four things at a time, and each rule comes in its place", async (t) => {
    let [underWay, most] = [0, 0];
    const url = await startShop(t, {
      leaving: async (reply) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setTimeout(resolve, 5));
        underWay -= 1;
        return reply;
      },
    });
    const only = new Set(rules.filter(({ group }) => group !== "limits").map(({ id }) => id));
    const findings = await run(url, { account, otherAccount }, { only, slowMs: 2 });
    assert.deepEqual(told(findings), []);
    assert.deepEqual(named(findings, "pass"), [...only]);
    assert.equal(most, 4);
  });

  it("is not blamed where the run took too long: what is left is said to be untested", async (t) => {
    let queries = 0;
    const url = await startShop(t, {
      arriving: (arrived) => {
        queries += 1;
        return arrived;
      },
    });
    const now = () => Date.now() + (queries > 20 ? 3_600_000 : 0);
    const findings = await run(url, {}, { now });
    assert.deepEqual(named(findings, "fail", "warn"), []);
    const stopped = findings.find(({ rule }) => rule === "limits.answer-time");
    assert.equal(stopped?.status, "skipped");
    assert.match(stopped.detail?.en ?? "", /the run took too long.*--only/);
    assert.match(stopped.detail?.zh ?? "", /太长.*--only/);
    assert.equal(queries, 21);
  });
});

describe("a webhook with one mistake that breaks many rules", () => {
  it("is warned of, once, where it looks at X-Hub-Signature alone, as the origin document has it", async (t) => {
    const url = await startShop(t, verifiesHubAlone);
    const findings = await run(url, { account, otherAccount });
    assert.deepEqual(named(findings, "fail"), []);
    assert.deepEqual(named(findings, "warn"), ["security.hub-only"]);
    const waiting = findings.filter(({ status }) => status === "skipped");
    assert.deepEqual(
      waiting.map(({ rule }) => rule),
      [
        "security.missing-id",
        "security.missing-timestamp",
        "security.missing-signature",
        "security.altered-id",
        "security.stale",
        "security.future",
        "security.replay",
        "security.hub-rescue",
        "security.malformed",
        "security.long-list",
        "robustness.replay-later",
      ],
    );
    for (const { detail } of waiting) assert.match(detail?.en ?? "", /security.hub-only comes/);
  });

  it("is tested to the end where it drops connections instead of refusing", async (t) => {
    const url = await startShop(t, {
      arriving: (arrived) =>
        arrived.method === "POST" && arrived.json?.request === undefined ? "hang up" : arrived,
    });
    const findings = await run(url, { account, otherAccount });
    assert.deepEqual(named(findings, "fail", "warn"), ["robustness.broken-json"]);
    assert.deepEqual(named(findings, "skipped"), []);
  });

  it("is not taken for strict where it only limits how often it is asked", async (t) => {
    const url = await startShop(t, {
      arriving: (arrived) =>
        arrived.headers["webhook-signature"] === undefined
          ? { ...replyWith(429, "Slow down"), headers: { "retry-after": "0" } }
          : arrived,
    });
    const findings = await run(url, {}, { only: new Set(["security.unsigned"]) });
    assert.match(told(findings)[0] ?? "", /^security.unsigned fail: .*HTTP 429/);
  });
});

describe("a webhook that limits how often it is asked", () => {
  /** Every second query of ten is to come again, and is answered when it does. */
  const limitsAt = (retryAfter: Record<string, string>) => {
    const refused = new Map<string, number>();
    let queries = 0;
    return startShopThat((arrived) => {
      const { "webhook-id": id = "", "webhook-timestamp": at } = arrived.headers;
      const before = refused.get(id);
      if (before !== undefined) {
        assert(Number(at) > before, "a second attempt has a later timestamp");
        return arrived;
      }
      queries += 1;
      if (queries % 2 === 1) return arrived;
      refused.set(id, Number(at));
      const { status, headers, body } = replyWith(429, "Slow down");
      return { status, body, headers: { ...headers, ...retryAfter } };
    });
  };
  const startShopThat =
    (arriving: (arrived: Arrived) => ReturnType<typeof replyWith> | Arrived) =>
    (t: Parameters<typeof startShop>[0]) =>
      startShop(t, { arriving });
  const only = new Set(["limits.parallel", "limits.own-answer"] as const);

  it("is asked again when it said so", async (t) => {
    const url = await limitsAt({ "retry-after": "0" })(t);
    const findings = await run(url, { account }, { only });
    assert.deepEqual(named(findings, "pass"), [...only], told(findings).join("\n"));
  });

  it("is told so where that is later than anybody waits", async (t) => {
    const url = await limitsAt({ "retry-after": "2" })(t);
    const [parallel] = await run(
      url,
      {},
      { only: new Set(["limits.parallel"]), deadlineMs: 1_000 },
    );
    assert.match(parallel?.detail?.en ?? "", /^Of 10 at once 5 were answered. HTTP 429/);
  });
});

describe("what is told of a mistake", () => {
  const one = async (url: string, rule: RuleId, known: Partial<TestedWebhook> = { account }) => {
    const findings = await run(url, known, { only: new Set([rule]) });
    return findings.find((finding) => finding.rule === rule);
  };

  it("is that an empty filter was refused, and the rest is tested", async (t) => {
    const refusesEmpty = (code: number) => ({
      leaving: (reply: FakeReply) =>
        String(reply.body).includes('"orders":[]')
          ? replyWith(200, { success: false, error: { code, message: "no" } })
          : reply,
      shop: { lists: { ...goodShop.lists, unpaid: [] } },
    });
    const only = new Set(rules.filter(({ group }) => group === "orders").map(({ id }) => id));
    const findings = await run(await startShop(t, refusesEmpty(10001)), { account }, { only });
    const [readable] = findings;
    assert.equal(readable?.status, "fail");
    assert.match(readable.detail?.en ?? "", /^“unpaid” was refused, though another filter/);
    assert.match(readable.detail?.zh ?? "", /空列表/);
    const skipped = named(findings, "skipped");
    assert.deepEqual(skipped, ["orders.other-account"]);
    const url = await startShop(t, refusesEmpty(11001));
    assert.equal((await one(url, "orders.readable"))?.status, "warn", "11001 is read");
  });

  it("is that the body was decoded, where letters outside ASCII are refused", async (t) => {
    const isAscii = ({ body }: Arrived) => body.every((byte) => byte < 128);
    const url = await startShop(t, {
      arriving: (arrived) =>
        isAscii(arrived) ? arrived : replyWith(401, { success: false, error: { code: 401 } }),
    });
    const verbatim = await one(url, "test.token-verbatim");
    assert.match(verbatim?.detail?.en ?? "", /outside ASCII.*decoded before its signature/);
    assert.match(verbatim?.detail?.zh ?? "", /解码/);
    assert.equal((await one(url, "security.split-body"))?.status, "skipped");
  });

  it("is how much of a compressed body was left unread", async (t) => {
    const url = await startShop(t, {
      leaving: (reply) => ({
        ...reply,
        headers: { ...reply.headers, "content-encoding": "gzip", "content-length": "601" },
        body: Buffer.alloc(601),
      }),
    });
    const encoded = await one(url, "limits.no-encoding");
    assert.match(
      encoded?.detail?.en ?? "",
      /^HTTP 200 with a body of 601 bytes that was not read: Content-Encoding is gzip/,
    );
  });

  it("is that another account without orders shows nothing", async (t) => {
    const url = await startShop(t);
    const other = await one(url, "orders.other-account", { account, otherAccount: "a@b.example" });
    assert.equal(other?.status, "skipped");
    assert.match(other.detail?.en ?? "", /no orders of "a@b.example"; name an account/);
  });
});

describe("a rule that is tested alone", () => {
  it("brings the rule along that has to be kept first", async (t) => {
    const { endpoint } = await startAnsweringMerchant(t, "Not here", { status: 404 });
    const findings = await run(endpoint.url, {}, { only: new Set(["orders.unknown-number"]) });
    assert.deepEqual(named(findings, "fail"), ["test.status"]);
    assert.deepEqual(named(findings, "skipped"), ["orders.unknown-number"]);
  });

  it("sends only what it needs", async (t) => {
    let queries = 0;
    const url = await startShop(t, {
      arriving: (arrived) => {
        queries += 1;
        return arrived;
      },
    });
    const findings = await run(url, {}, { only: new Set(["security.stale"]) });
    assert.deepEqual(named(findings, "pass"), ["security.stale"]);
    assert.equal(queries, 3);
  });
});

describe("a webhook that refuses the right signature", () => {
  const refusedUnless = (isRight: (arrived: Arrived) => boolean) => ({
    arriving: (arrived: Arrived) =>
      isRight(arrived)
        ? replyWith(200, {
            success: true,
            object: "test",
            test_token: arrived.json.params.test_token,
          })
        : replyWith(401, "no"),
  });
  const signedWith = (key: string | Buffer, isBodyOnly: boolean) => (arrived: Arrived) => {
    const { headers, body } = arrived;
    const dotted = isBodyOnly ? "" : `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.`;
    const digest = createHmac("sha256", key).update(dotted).update(body).digest("base64");
    return headers["webhook-signature"] === `v1,${digest}`;
  };
  const mistakes: [how: string, isRight: (arrived: Arrived) => boolean, says: RegExp][] = [
    ["takes the whole secret as the key", signedWith(secret, false), /text of the secret.*decode/],
    ["does not decode the key", signedWith(secret.slice(6), false), /text of the secret.*decode/],
    [
      "signs the body alone",
      signedWith(Buffer.from(secret.slice(6), "base64"), true),
      /body alone/,
    ],
    [
      "knows X-Hub-Signature only",
      ({ headers, body }) =>
        headers["webhook-id"] === undefined &&
        verifyRequest({ body, headers, secrets: secret, allowLegacy: true }).valid,
      /X-Hub-Signature alone/,
    ],
    ["has another secret", () => false, /HTTP 401: no/],
  ];
  for (const [how, isRight, says] of mistakes) {
    it(`is told what is wrong where it ${how}`, async (t) => {
      const findings = await run(await startShop(t, refusedUnless(isRight)));
      assert.deepEqual(named(findings, "fail", "warn"), ["security.valid-signature"]);
      assert.match(told(findings)[0] ?? "", says);
    });
  }
});

describe("a webhook that gives secrets away", () => {
  it("is told so where a refusal holds the signature it expected", async (t) => {
    const url = await startShop(t, {
      leaving: (reply, { headers, body }) => {
        if (reply.status !== 401) return reply;
        const expected = createHmac("sha256", secret).update(body).digest("hex");
        return { ...reply, body: `expected ${expected}, got ${headers["x-hub-signature"]}` };
      },
    });
    const findings = await run(url, {}, { only: new Set(["security.quiet-refusal"]) });
    assert.deepEqual(named(findings, "fail"), ["security.quiet-refusal"]);
  });

  it("does not bring the signing secret into a finding", async (t) => {
    const url = await startShop(t, {
      leaving: (reply) => ({
        status: reply.status,
        headers: { ...reply.headers, "x-debug": secret },
        body: `${secret} ${reply.body}`,
      }),
    });
    const findings = await run(url);
    assert(findings.some(({ exchanges }) => exchanges.length > 0));
    for (const { detail, exchanges } of findings) {
      const shown = JSON.stringify([detail, exchanges.map(({ exchange }) => exchange)]);
      assert(!shown.includes(secret.slice(6, -1)));
    }
  });
});
