import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { startAnsweringMerchant } from "../../../meetbot/src/merchant/scripted-merchant.fixture.ts";
import type { RuleId } from "../rules/ids/rule-ids.ts";
import { rules } from "../rules/rules.ts";
import { guardFor, named, run, told } from "./run.fixture.ts";
import { sabotages } from "./sabotages.fixture.ts";
import { type Arrived, account, otherAccount, replyWith, startShop } from "./shop.fixture.ts";

const valid = new Set<RuleId>(["security.valid-signature"]);

/** Only one sabotage hangs; a machine under load needs time for what the others do. */
const deadlineFor = (id: RuleId) => (id === "limits.answer-time" ? 1_500 : 8_000);

/** Returns the other rules that could report the same fault, without unrelated ones. */
const rulesBeside = (id: RuleId) => {
  const group = id.slice(0, id.indexOf("."));
  return new Set(rules.filter((rule) => rule.group === group).map((rule) => rule.id));
};

describe("runConformance", () => {
  it("finds nothing wrong with a webhook made with the SDK, and tests every rule", async (t) => {
    const findings = await run(await startShop(t), { account, otherAccount });
    assert.deepEqual(told(findings), []);
    assert.deepEqual(
      named(findings, "pass"),
      rules.map(({ id }) => id),
    );
  });

  it("finds nothing wrong with a webhook that looks where it was sent, and refused at another URL", async (t) => {
    const findings = await run(await startShop(t, { url: "own" }), {
      account,
      otherAccount,
    });
    assert.deepEqual(told(findings), []);
    assert.equal(named(findings, "pass").length, rules.length);
    const [first] = await run(await startShop(t, { url: "another" }), {}, { only: valid });
    assert.equal(first?.status, "fail");
  });

  it("skips what needs data where none is named, and says which option would test it", async (t) => {
    const findings = await run(await startShop(t));
    assert.deepEqual(told(findings), []);
    const skipped = findings.filter(({ status }) => status === "skipped");
    assert(skipped.length > 20 && skipped.length < rules.length / 2);
    for (const { detail } of skipped) assert.match(detail?.en ?? "", /needs --(account|order)/);
  });

  it("asks nothing of extension 1 of a webhook that declares nothing, and tells it nothing", async (t) => {
    const asked: Arrived["json"][] = [];
    const arriving = (arrived: Arrived) => {
      asked.push(arrived.json);
      return arrived;
    };
    const own = rules.filter(({ group }) => group === "extension").map(({ id }) => id);
    const url = await startShop(t, { arriving });
    const findings = await run(url, {}, { only: new Set(own) });
    assert.deepEqual(named(findings, "pass"), own);
    assert.deepEqual(
      asked.map((json) => [json.request.method, json.context]),
      [["test", undefined]],
    );
  });

  it("says of what a webhook declares that it needs data to be tested", async (t) => {
    const capabilities = { context: ["locale"], fields: ["fees", "events"] };
    const url = await startShop(t, {
      leaving: (reply, { json }) =>
        json?.request?.method === "test"
          ? replyWith(200, { ...JSON.parse(String(reply.body)), capabilities })
          : reply,
    });
    const own = new Set(rules.filter(({ group }) => group === "extension").map(({ id }) => id));
    const findings = await run(url, {}, { only: own });
    assert.deepEqual(named(findings, "skipped"), ["extension.fees", "extension.events"]);
    assert.deepEqual(told(findings), []);
  });

  it("tests orders by their number alone, and packages by theirs", async (t) => {
    const known = { orderNumber: "MB7K2Q9XW4TP", packageNumber: "PK2P6T9CD3-1" };
    const findings = await run(await startShop(t), known);
    assert.deepEqual(told(findings), []);
    const passed = named(findings, "pass");
    for (const rule of ["orders.by-number", "packages.limit", "packages.by-number"] as const) {
      assert(passed.includes(rule), rule);
    }
    assert.deepEqual(
      named(findings, "skipped").filter((rule) => rule.startsWith("packages.")),
      [],
    );
  });

  it("sends what it sends with the protocol's own headers, and the page it was told", async (t) => {
    const merchant = await startAnsweringMerchant(t, "{}");
    await run(merchant.endpoint.url, { pageId: "42" });
    const [first] = merchant.received;
    assert.equal(JSON.parse(first?.body ?? "").request.page_id, "42");
    assert.match(first?.headers["user-agent"] ?? "", /^Meetbot\//);
    assert.equal(first?.headers["accept-encoding"], "identity");
  });
});

describe("what was seen", () => {
  it("says at which query a webhook stopped answering for good", async (t) => {
    const hasNoKey = (json: { params?: object }) =>
      Object.keys(json?.params ?? { a: 1 }).length === 0;
    const url = await startShop(t, {
      arriving: (arrived) => (hasNoKey(arrived.json) ? "crash" : arrived),
    });
    const only = new Set(["robustness.no-key" as const]);
    const [crashed] = await run(url, { account }, { only });
    assert.equal(crashed?.status, "fail");
    assert.match(crashed?.detail?.en ?? "", /stopped answering at this query.*crashed/);
    assert.match(crashed?.detail?.zh ?? "", /停止了应答/);
  });

  it("leaves it to the rule what a refused signature means", async (t) => {
    const only = new Set(["security.raw-bytes" as const]);
    const [finding] = await run(await startShop(t, sabotages["security.raw-bytes"]), {}, { only });
    const [sent] = finding!.exchanges;
    assert.equal(sent?.exchange.detail, "HTTP 401");
    assert.match(rules.find(({ id }) => id === finding?.rule)?.words.en.fix ?? "", /^Verify/);
  });
});

describe("each rule", () => {
  for (const [name, sabotage] of Object.entries(sabotages)) {
    const id = name as RuleId;
    it(`${id} is broken by a webhook that breaks it, and no other rule of its group is`, async (t) => {
      const url = await startShop(t, sabotage);
      const known = { account, otherAccount };
      const only = rulesBeside(id);
      const findings = await run(url, known, { only, deadlineMs: deadlineFor(id) });
      assert.deepEqual(named(findings, "fail", "warn"), [id], told(findings).join("\n"));
      const finding = findings.find(({ rule }) => rule === id)!;
      const { severity } = rules.find((rule) => rule.id === id)!;
      assert.equal(finding.status, severity === "must" ? "fail" : "warn");
      assert(finding.detail?.en && finding.detail.zh && finding.exchanges.length > 0);
    });
  }

  it("limits.public-url is broken where a running Meetbot would not call", async (t) => {
    const url = await startShop(t);
    const findings = await run(url, {}, { guard: guardFor([]) });
    assert.deepEqual(named(findings, "warn"), ["limits.public-url"]);
    assert.match(told(findings)[0] ?? "", /special_address/);
  });
});
