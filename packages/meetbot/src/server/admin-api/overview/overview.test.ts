import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { z } from "@hono/zod-openapi";
import type { Overview } from "@meetbot/admin-api/contract/overview.ts";
import { createPast, type Played, quartersAgo } from "../../../store/overview/overview.fixture.ts";
import { json, startAdminServer } from "../call-admin.fixture.ts";
import { createDayOf, dayAfter } from "./calendar.ts";

type Told = z.infer<typeof Overview>;

/** A server whose bot held these conversations. */
async function startWithPast(t: TestContext, ...held: [at: Date, played: Played[]][]) {
  const server = await startAdminServer(t, {}, async (parts) => {
    const past = createPast(parts);
    await past.countedUntil(quartersAgo(40 * 96));
    for (const [at, played] of held) await past.hold(at, played);
  });
  return {
    ...server,
    read: async (query = ""): Promise<Told> =>
      json(await server.call("viewer", `GET /overview${query}`)),
  };
}

const today = createDayOf("UTC")(quartersAgo(0));
const daysAgo = (days: number) => dayAfter(today, -days);
const answered = { question: "answered" } as const;

test("the last seven days are told by day, beside the seven before", async (t) => {
  const { read } = await startWithPast(
    t,
    [quartersAgo(0), [answered, { ...answered, personAsked: true }]],
    [quartersAgo(0), [{ question: "not_found" }, { ...answered }]],
    [quartersAgo(9 * 96), [answered]],
  );
  const { from, to, time_zone, unit, total, previous, series } = await read();
  assert.deepEqual([from, to, time_zone, unit], [daysAgo(6), today, "UTC", "day"]);
  assert.deepEqual([previous.from, previous.to], [daysAgo(13), daysAgo(7)]);
  assert.partialDeepStrictEqual(total, {
    conversations: 2,
    with_question: 2,
    self_served: 1,
    handed_over: 1,
    self_served_rate: 0.5,
    messages: 4,
    questions: 4,
    answered: 3,
    not_found: 1,
    unavailable: 0,
    p50_ms: 12,
    p95_ms: 12,
  });
  assert.partialDeepStrictEqual(previous.total, { conversations: 1, self_served_rate: 1 });
  assert.deepEqual(
    series.map(({ at, questions }) => [at.slice(0, 10), questions]),
    [6, 5, 4, 3, 2, 1, 0].map((days) => [daysAgo(days), days === 0 ? 4 : 0]),
  );
});

test("misses, thumbs and those who left are told, and since when self-served is counted so", async (t) => {
  const server = await startAdminServer(t, {}, async (parts) => {
    const { hold, countedUntil } = createPast(parts);
    await countedUntil(quartersAgo(40 * 96));
    const missed = { unanswered: "not_understood" } as const;
    const otherTopic = { unanswered: "other_topic" } as const;
    const left = await hold(quartersAgo(8), [{ ...answered, askedAgain: true }, missed]);
    await hold(quartersAgo(8), [missed, otherTopic, answered]);
    await parts.store.feedback.record(left, 2, "up");
    await parts.store.feedback.record(left, 3, null);
    await parts.store.feedback.record(left, null, "down");
    await parts.run("update conversations set active_at = now() - interval '1 hour'");
  });
  const read = async () => json(await server.call("viewer", "GET /overview?days=2"));
  const { total, strict_since } = await read();
  assert.partialDeepStrictEqual(total, {
    ...{ self_served: 0, asked_again: 1, left_after_refusal: 1, left_after_refusal_rate: 0.5 },
    ...{ misses: 3, misses_per_conversation: 1.5, thumbs_up: 1, thumbs_down: 1 },
  });
  assert.equal(strict_since, null);
  await server.run("update tally_progress set strict_since = '2026-11-01T10:15Z'");
  assert.equal((await read()).strict_since, "2026-11-01T10:15:00.000Z");
});

test("days can be counted back from the last one", async (t) => {
  const { read } = await startWithPast(t);
  const { from, to } = await read(`?days=30&to=${daysAgo(1)}`);
  assert.deepEqual([from, to], [daysAgo(30), daysAgo(1)]);
});

test("one day is told by the hour, as far as it has come", async (t) => {
  const { read } = await startWithPast(t, [quartersAgo(0), [answered]]);
  const { unit, series, until } = await read(`?from=${today}&to=${today}`);
  assert.equal(unit, "hour");
  const hour = quartersAgo(0).toISOString().slice(0, 13);
  const current = series.find(({ at }) => at.startsWith(hour));
  assert.equal(current?.conversations, 1);
  assert(Date.parse(series.at(-1)?.at ?? "") <= Date.now());
  assert(Math.abs(Date.parse(until) - Date.now()) < 60_000);
});

test("today is compared with yesterday up to the same time", async (t) => {
  // Far enough from a day ago for a quarter of an hour that ends meanwhile.
  const { read } = await startWithPast(
    t,
    [quartersAgo(93), [answered]],
    [quartersAgo(98), [answered]],
  );
  const { previous } = await read(`?from=${today}&to=${today}`);
  const isYesterday = quartersAgo(98).toISOString().startsWith(daysAgo(1));
  assert.equal(previous.total.conversations, isYesterday ? 1 : 0);
});

test("the shop's times and the ways its deliveries ended are told by method", async (t) => {
  const took = (durationMs: number) => ({ durationMs });
  const { read } = await startWithPast(t, [
    quartersAgo(2),
    [
      { ...answered, deliveries: [took(100), took(100), took(2000)] },
      { question: "unavailable", deliveries: [{ outcome: "timeout", durationMs: 8000 }] },
      // The shop was spared: that took no time of the shop's.
      {
        question: "unavailable",
        deliveries: [{ outcome: "breaker_open", durationMs: 0, exchanges: [] }],
      },
      { ...answered, deliveries: [{ method: "packages", durationMs: 50 }] },
    ],
  ]);
  const { methods, outcomes } = await read();
  const near = (ms: number | null | undefined, expected: number) =>
    assert(ms != null && Math.abs(ms - expected) <= expected * 0.091 + 1, `${ms} for ${expected}`);
  assert.deepEqual(
    methods.map(({ method, deliveries, answered_rate }) => [method, deliveries, answered_rate]),
    [
      ["orders", 5, 0.6],
      ["packages", 1, 1],
    ],
  );
  near(methods[0]?.p50_ms, 100);
  near(methods[0]?.p95_ms, 8000);
  near(methods[1]?.p50_ms, 50);
  assert.deepEqual(outcomes[0], { outcome: "answered", deliveries: 4 });
  assert.equal(outcomes.length, 3);
});

test("days that are none are refused, with where", async (t) => {
  const { call } = await startWithPast(t);
  const refusals = [
    [`?from=${today}&to=${daysAgo(1)}`, "/from"],
    [`?to=${dayAfter(today, 2)}`, "/to"],
    [`?from=${daysAgo(800)}`, "/from"],
    ["?from=yesterday", "/from"],
    ["?days=0", "/days"],
    ["?days=732", "/days"],
    ["?to=2026-02-30", "/to"],
  ];
  for (const [query, pointer] of refusals) {
    const response = await call("viewer", `GET /overview${query}`);
    assert.equal(response.status, 400, query);
    assert.equal((await json(response)).errors[0].pointer, pointer, query);
  }
});

test("the series is exported as CSV, a line for each part", async (t) => {
  const { call } = await startWithPast(t, [quartersAgo(0), [answered]]);
  const response = await call("viewer", `GET /overview/export?from=${daysAgo(9)}&to=${today}`);
  assert.equal(response.headers.get("content-type"), "text/csv; charset=utf-8");
  const name = `overview_bot_1_${daysAgo(9)}_${today}.csv`;
  assert.equal(response.headers.get("content-disposition"), `attachment; filename="${name}"`);
  const [head = "", ...lines] = (await response.text()).trimEnd().split("\r\n");
  const names = head.split(",");
  assert.deepEqual(names.slice(0, 3), ["at", "local_time", "conversations"]);
  assert.equal(lines.length, 10);
  const last = lines.at(-1)?.split(",") ?? [];
  assert.equal(last[0], `${today}T00:00:00.000Z`);
  assert.equal(last[1], `${today} 00:00`);
  assert.equal(last[names.indexOf("questions")], "1");
  assert(lines.every((line) => line.split(",").length === names.length));
});

test("unanswered utterances are told masked, with what the bot makes of them, page by page", async (t) => {
  const wrote = (text: string) => ({
    event: { kind: "text" as const, text },
    unanswered: "not_understood" as const,
  });
  const { call } = await startWithPast(
    t,
    [quartersAgo(4), [wrote("do you gift-wrap?")]],
    [quartersAgo(3), [wrote("my phone is 555 0173 9241, yilia@meetbot.biz")]],
    [quartersAgo(2), [wrote("do you gift-wrap?")]],
  );
  const first = await json(await call("viewer", "GET /unanswered?limit=1"));
  assert.partialDeepStrictEqual(first.data, [
    {
      text: "do you gift-wrap?",
      reason: "not_understood",
      times: 2,
      explanation: { intent: "other", decision: "none" },
    },
  ]);
  assert(first.data[0].explanation.reasons.length > 0);
  const second = await json(
    await call("viewer", `GET /unanswered?limit=1&cursor=${first.next_cursor}`),
  );
  assert.equal(second.next_cursor, null);
  assert.doesNotMatch(JSON.stringify(second), /0173|yilia/);
  assert.match(second.data[0].text, /^my phone is •••9241, y•••@m•••\.biz$/);
  assert.deepEqual(
    (await json(await call("viewer", "GET /unanswered?reason=other_topic"))).data,
    [],
  );
});

test("a cursor of another list is refused", async (t) => {
  const { call } = await startWithPast(t);
  for (const cursor of ["x", Buffer.from("0 zz").toString("base64url"), "a".repeat(100)]) {
    const response = await call("viewer", `GET /unanswered?cursor=${cursor}`);
    assert.equal(response.status, 400, cursor);
    assert.equal((await json(response)).code, "invalid_cursor");
  }
});
