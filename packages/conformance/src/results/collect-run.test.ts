import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rules } from "../rules/rules.ts";
import { run } from "../run/run.fixture.ts";
import { sabotages } from "../run/sabotages.fixture.ts";
import { account, otherAccount, secret, startShop } from "../run/shop.fixture.ts";
import { collectRun } from "./collect-run.ts";

describe("collectRun", () => {
  it("keeps a whole run as JSON: each exchange once, and none of what was skipped", async (t) => {
    const sabotage = sabotages["orders.number-as-string"];
    const findings = await run(await startShop(t, sabotage), { account, otherAccount });
    const collection = collectRun();
    const steps = findings.map((finding) => collection.add(finding));

    assert.deepEqual(collection.counts, { pass: rules.length - 1, fail: 0, warn: 1, skipped: 0 });
    assert.deepEqual(
      steps.flatMap(({ exchanges }) => exchanges),
      collection.exchanges,
      "what each finding brought is all there is, in order",
    );
    const text = JSON.stringify(collection);
    assert(!text.includes(secret.slice(6)));
    assert(text.length < 600_000, `${text.length} characters`);

    const broken = collection.findings.find(({ status }) => status === "warn")!;
    assert.equal(broken.rule, "orders.number-as-string");
    assert.match(broken.pointer ?? "", /^\/orders\/\d\/order_number$/);
    const [place = -1] = broken.exchanges;
    assert.match(collection.exchanges[place]?.exchange.responseBody ?? "", /"order_number":\d/);
    const shownTwice = collection.findings.filter(({ exchanges }) => exchanges.includes(place));
    assert(shownTwice.length > 1, "one exchange shows several rules");
  });

  it("marks the very bytes that were sent a second time", async (t) => {
    const url = await startShop(t, sabotages["security.replay"]);
    const findings = await run(url, {}, { only: new Set(["security.replay"]) });
    const collection = collectRun();
    for (const finding of findings) collection.add(finding);
    assert.deepEqual(
      collection.exchanges.map(({ isRepeated }) => isRepeated),
      [false, true],
    );
  });

  it("keeps beginnings only where a shop's answers would fill the database", async (t) => {
    const findings = await run(await startShop(t), {}, { only: new Set(["test.status"]) });
    const collection = collectRun();
    const [finding] = findings;
    const [sent] = finding!.exchanges;
    for (let n = 0; n < 120; n += 1) {
      const exchange = { ...sent!.exchange, responseBody: "x".repeat(16_384) };
      collection.add({ ...finding!, exchanges: [{ ...sent!, exchange }] });
    }
    const lengths = collection.exchanges.map(({ exchange }) => exchange.responseBody.length);
    assert.deepEqual([lengths[0], lengths.at(-1)], [16_384, 1_000]);
    assert(JSON.stringify(collection).length < 1_500_000);
  });
});
