import assert from "node:assert/strict";
import { test } from "node:test";
import { rules } from "@meetbot/conformance/rules/rules.ts";
import { sabotages } from "@meetbot/conformance/run/sabotages.fixture.ts";
import { account, otherAccount, secret } from "@meetbot/conformance/run/shop.fixture.ts";
import { newSecret } from "@meetbot/sdk";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";
import { readStream, startWebhookServer } from "./webhook.fixture.ts";

test("the rules are told in both languages, in their order", async (t) => {
  const { as } = await startWebhookServer(t);
  const { data } = await (await (await as("viewer"))("GET", "/conformance/rules")).json();
  assert.deepEqual(
    data.map(({ id }: { id: string }) => id),
    rules.map(({ id }) => id),
  );
  for (const { title, why, fix } of data) {
    for (const said of [title, why, fix]) assert(said.en && said.zh);
  }
});

test("a run streams a finding for each rule, and is kept at its end", async (t) => {
  const { as, store, botId, logged } = await startWebhookServer(t, sabotages["orders.totals"]);
  const editor = await as("editor");
  const events = await readStream(
    await editor("POST", "~/runs", { account, other_account: otherAccount }),
  );
  assert.deepEqual(
    events.map(({ event }) => event),
    ["started", ...rules.map(() => "finding"), "done"],
  );
  const [started] = events;
  const done = events.at(-1)!.data;
  assert.equal(started?.data.run_id, done.run_id);
  assert.deepEqual(done.counts, { pass: rules.length - 1, fail: 0, warn: 1, skipped: 0 });
  assert.equal(done.diff, null);

  const run = await (await editor("POST", `~/runs/${done.run_id}/reveal`)).json();
  const streamed = events.filter(({ event }) => event === "finding").map(({ data }) => data);
  assert.deepEqual(
    run.findings,
    streamed.map(({ finding }) => finding),
  );
  assert.deepEqual(
    run.exchanges,
    streamed.flatMap(({ exchanges }) => exchanges),
  );
  assert.equal(run.subject.account, account);
  const broken = run.findings.find(({ status }: { status: string }) => status === "warn");
  assert.deepEqual(
    [broken.rule, broken.pointer],
    ["orders.totals", "/orders/0/summary/total_cost"],
  );
  const shown = run.exchanges[broken.exchanges[0]];
  assert.match(shown.request.body, new RegExp(account));
  assert.match(shown.request.line, /^POST \/meetbot HTTP\/1\.1$/);
  assert.match(shown.response.body, /total_cost/);
  assert.match(JSON.stringify(shown.request.headers), /v1,.{8}…/, "signatures are truncated");
  assert(!JSON.stringify(run).includes(secret.slice(6)));
  assert(!logged.join("").includes(account), "no email stands in the log");
  assert.equal((await store.runs.list(botId, 10)).length, 1);
});

test("a run that kept all that the validity check asks counts as one", async (t) => {
  const { as, store, botId } = await startWebhookServer(t);
  const call = await as("editor");
  const state = async () => (await (await call("GET", "~/endpoint")).json()).state;
  await readStream(await call("POST", "~/runs", { only: ["test"] }));
  assert.equal(await state(), "never_tested");
  await readStream(await call("POST", "~/runs", { only: ["test", "security"] }));
  const endpoint = await (await call("GET", "~/endpoint")).json();
  assert.equal(endpoint.state, "verified");
  assert.match(endpoint.last_test.by, /^editor-/);
  assert.deepEqual(
    endpoint.last_test.steps.map((step: { http_status: number }) => step.http_status),
    [200, 401, 401, 401],
  );
  const { data } = await (await call("GET", "~/checklist")).json();
  assert.equal(data.find(({ id }: { id: string }) => id === "endpoint_test").state, "done");
  await store.bots.change(botId, { endpoint: "https://other.example/" });
  assert.equal(await state(), "changed");
});

test("a run in which strangers got through is no validity check", async (t) => {
  const { as } = await startWebhookServer(t, sabotages["security.stale"]);
  const call = await as("editor");
  await readStream(await call("POST", "~/runs", { only: ["test", "security"] }));
  assert.equal((await (await call("GET", "~/endpoint")).json()).state, "never_tested");
});

test("what a run found still holds after a rotation, once the new secret is tested", async (t) => {
  const { as, store, botId, endpoint } = await startWebhookServer(t);
  const call = await as("editor");
  const conformance = async () => {
    const { data } = await (await call("GET", "~/checklist")).json();
    return data.find(({ id }: { id: string }) => id === "conformance").reason;
  };
  await readStream(await call("POST", "~/runs", { account }));
  assert.equal(await conformance(), "passed");
  const next = { kind: "signing", secret: newSecret(), overlapS: 60, force: false } as const;
  await store.bots.rotateSecret(botId, next);
  await store.bots.promoteSecret(botId, { tested: null });
  assert.equal(await conformance(), "outdated");
  const test = { at: 0, echoed: true, verifies: "fully", steps: [] } as const;
  const secretFingerprint = fingerprintOf(next.secret);
  const noted = { url: endpoint, secretFingerprint, test: { ...test, steps: [] } };
  await store.bots.recordTest(botId, { ...noted, test: { ...noted.test, echoed: false } });
  assert.equal(await conformance(), "outdated");
  await store.bots.recordTest(botId, noted);
  assert.equal(await conformance(), "passed");
  await store.bots.change(botId, { endpoint: "https://other.example/" });
  assert.equal(await conformance(), "outdated");
});

test("viewers see what is wrong, and not whom it is about", async (t) => {
  const { as } = await startWebhookServer(t, sabotages["orders.number-as-string"]);
  const editor = await as("editor");
  const only = ["orders.number-as-string", "test"];
  await readStream(await editor("POST", "~/runs", { account, only }));
  const viewer = await as("viewer");
  const { data } = await (await viewer("GET", "~/runs")).json();
  assert.equal(data[0].is_part, true);
  const text = await (await viewer("GET", `~/runs/${data[0].run_id}`)).text();
  const run = JSON.parse(text);
  assert.equal(run.is_masked, true);
  assert.match(run.subject.account, /^s•••@m•••\.biz$/);
  assert(!text.includes("stephane"), "the account is masked");
  assert(!text.includes("12345678902"), "order numbers are masked");
  const finding = run.findings.find(({ rule }: { rule: string }) => rule === only[0]);
  assert.equal(finding.detail, null);
  const kept = await (await editor("GET", `~/runs/${run.run_id}`)).text();
  assert(!kept.includes("stephane"), "an editor reveals it on purpose");
  assert.match(finding.pointer, /^\/orders\/\d\/order_number$/);
  const code = await viewer("GET", `~/runs/${run.run_id}/findings/${only[0]}/code`);
  assert.equal(code.status, 403);
});

test("a finding can be had as a script that shows it again", async (t) => {
  const { as } = await startWebhookServer(t, sabotages["security.replay"]);
  const call = await as("editor");
  const events = await readStream(await call("POST", "~/runs", { only: ["security.replay"] }));
  const { run_id } = events.at(-1)!.data;
  const code = await (await call("GET", `~/runs/${run_id}/findings/security.replay/code`)).json();
  assert.equal(code.curl.match(/^curl /gm)?.length, 2);
  assert(!JSON.stringify(code).includes(secret.slice(6)));
  for (const path of [`${run_id}/findings/test.token`, "run_none/findings/test.token"]) {
    assert.equal((await call("GET", `~/runs/${path}/code`)).status, 404);
  }
});

test("a run is compared with the one before it", async (t) => {
  let isBroken = true;
  const { as } = await startWebhookServer(t, {
    leaving: (reply, arrived) =>
      isBroken ? sabotages["test.content-type"]!.leaving!(reply, arrived) : reply,
  });
  const call = await as("editor");
  const run = async () => {
    const events = await readStream(await call("POST", "~/runs", { only: ["test"] }));
    return events.at(-1)!.data;
  };
  const first = await run();
  isBroken = false;
  const second = await run();
  assert.equal(second.diff.run_id, first.run_id);
  assert.deepEqual(second.diff.fixed, ["test.content-type"]);
  assert.deepEqual(second.diff.broken, []);
  const kept = await (await call("GET", `~/runs/${second.run_id}`)).json();
  assert.deepEqual(kept.diff, second.diff);
  const page = await (await call("GET", "~/runs?limit=1")).json();
  assert.equal(page.data[0].run_id, second.run_id);
  const next = await (await call("GET", `~/runs?limit=1&cursor=${page.next_cursor}`)).json();
  assert.deepEqual([next.data[0].run_id, next.next_cursor], [first.run_id, null]);
  assert.equal((await call("GET", "~/runs?cursor=junk")).status, 400);
});

test("one run at a time, which ends with whoever hangs up and leaves nothing behind", async (t) => {
  let arrived = 0;
  const { as, store, botId } = await startWebhookServer(t, {
    arriving: (one) => {
      arrived += 1;
      return arrived > 3 ? "hang" : one;
    },
  });
  const call = await as("editor");
  const hangingUp = new AbortController();
  const response = await call("POST", "~/runs", {}, hangingUp.signal);
  await response.body!.getReader().read();
  const second = await call("POST", "~/runs", { only: ["test"] });
  assert.equal(second.status, 409);
  assert.equal((await second.json()).code, "run_in_progress");
  hangingUp.abort();
  await eventually(10_000, async () => {
    const again = await call("POST", "~/runs", { only: ["limits.public-url"] });
    await again.body?.cancel();
    assert.equal(again.status, 200);
  });
  assert.deepEqual(await store.runs.list(botId, 10), []);
});

test("what cannot be run is told and not kept; unknown rules are refused", async (t) => {
  const { as, store, botId } = await startWebhookServer(t);
  const call = await as("editor");
  const unknown = await call("POST", "~/runs", { only: ["test", "test.nothing"] });
  assert.equal(unknown.status, 422);
  assert.equal((await unknown.json()).errors[0].pointer, "/only/1");
  await store.bots.change(botId, { endpoint: "http://127.0.0.1:9/" });
  const events = await readStream(await call("POST", "~/runs", {}));
  assert.equal(events.at(-1)?.event, "failed");
  assert.match(events.at(-1)?.data.detail, /cannot be tested/);
  assert.deepEqual(await store.runs.list(botId, 10), []);
});
