import assert from "node:assert/strict";
import { test } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import type { MerchantAnswer } from "@meetbot/model/conversation/ask.ts";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { NotificationWay, WayOutcome } from "@meetbot/model/push/notification.ts";
import type { NotificationLease } from "../store/claim-notification.ts";
import type { Judged, NewsToTell } from "../store/judge-news.ts";
import { type TellDeps, tellUnder } from "./tell-lease.ts";

const hourMs = 3_600_000;
const noon = Date.parse("2026-01-15T12:00:00Z");
const midnight = Date.parse("2026-01-16T00:00:00Z");
const { bot } = newBot({
  id: "bot_1",
  name: "Shop",
  pageId: "1",
  endpoint: "https://shop.example/",
});

const parcel = { order_number: "A-1", package_number: "P-1", package_status: "Delivered" };
const delivered: MerchantAnswer = { kind: "packages", packages: [parcel], hasNextPage: false };
const away: MerchantAnswer = { kind: "unavailable", reason: "timeout" };

const leased: NotificationLease = {
  ...{ botId: bot.id, pushId: "push_1", conversationId: "c_1", fence: "1", tries: 0 },
  state: "accepted",
  said: {
    ...{ method: "package.changed", orderNumber: "A-1", packageNumber: "P-1", account: null },
    ...{ status: "delivered", snapshot: null },
  },
  occurredAt: new Date(noon),
  expiresAt: new Date(noon + 48 * hourMs),
  ...{ isExpired: false, channel: "chat-app", customerAtMs: noon, isOpen: false, isStopped: false },
  subscription: {
    ...{ id: "s_1", scope: "order", subject: "A-1", locale: "en", zone: "Etc/UTC", isEnded: false },
  },
};

/** Tells it, with a database that judges it as told; what it did, and how it goes on. */
async function tell(
  lease: Partial<NotificationLease>,
  own: Partial<TellDeps> & { judged?: Judged } = {},
) {
  const did: string[] = [];
  const { judged = { verdict: "told", status: "delivered", thread: "ab" }, ...deps } = own;
  const end = await tellUnder(
    { ...leased, ...lease },
    {
      pushes: {
        async tell(_lease: NotificationLease, { status, event }: NewsToTell) {
          did.push(`judged ${status}${event ? "" : " outside"}`);
          return judged;
        },
        end: async () => true,
        async leaveInChat(_lease: NotificationLease, content: EventContent) {
          assert.equal(content.kind === "news" && content.news.status, "delivered");
          did.push("left in the chat");
          return "stored" as const;
        },
      },
      botOf: async () => bot,
      async askShop() {
        did.push("asked");
        return delivered;
      },
      windowOf: (channel) => (channel === "web-chat" ? undefined : { hours: 24 }),
      isOpen: () => false,
      ways: [],
      wakeWorker: () => did.push("woken"),
      onTold: () => {},
      now: () => noon,
      ...deps,
    },
  );
  return { did, end };
}

test("what is over before it began asks nobody", async () => {
  const ended = { ...leased.subscription, isEnded: true };
  const nothing = (state: string, because: string) => ({ did: [], end: { state, because } });
  const unsubscribed = await tell({ subscription: ended });
  assert.deepEqual(unsubscribed, nothing("skipped", "unsubscribed"));
  assert.deepEqual(await tell({ isExpired: true }), nothing("expired", "expired"));
  const gone = await tell({}, { botOf: async () => null });
  assert.deepEqual(gone, nothing("skipped", "gone"));
});

test("it goes into a conversation on a platform whose window is open, and outside where it is not", async () => {
  assert.deepEqual(await tell({}), { did: ["asked", "judged delivered", "woken"], end: null });
  const closed = await tell({ customerAtMs: noon - 24 * hourMs });
  assert.deepEqual(closed.did, ["asked", "judged delivered outside"]);
  assert.deepEqual(closed.end, { state: "held", because: "window_closed", status: "delivered" });
  const always = await tell({ customerAtMs: 0 }, { windowOf: () => ({ hours: null }) });
  assert.equal(always.end, null);
  const stopped = await tell({ isStopped: true });
  assert.deepEqual(stopped.end, { state: "held", because: "channel_stopped", status: "delivered" });
});

test("nobody is woken at night by any way, but who has the chat open is told", async () => {
  const now = () => midnight;
  const quiet = { state: "held", because: "quiet_hours", afterMs: 8 * hourMs };
  assert.deepEqual(await tell({}, { now }), { did: [], end: quiet });
  const web = { channel: "web-chat", state: "held" } as const;
  assert.deepEqual(await tell(web, { now }), { did: [], end: quiet });
  const open = await tell({ ...web, isOpen: true }, { now });
  assert.deepEqual(open.did, ["asked", "judged delivered", "woken"]);
  for (const status of ["out_for_delivery", "Out for delivery"]) {
    const said = { ...leased.said, status };
    const early = await tell({ said }, { now: () => midnight + 7 * hourMs });
    assert.equal(early.end, null, status);
  }
  const zone = "Asia/Shanghai";
  const there = await tell({ subscription: { ...leased.subscription, zone } }, { now });
  assert.equal(there.end, null);
});

test("other nodes are asked for an open page before a way outside is taken", async () => {
  const first = await tell({ channel: "web-chat" });
  assert.deepEqual(first, {
    ...{ did: [], end: { state: "held", because: "away", afterMs: 1_500 } },
  });
  const here = await tell({ channel: "web-chat" }, { isOpen: () => true });
  assert.deepEqual(here.did, ["asked", "judged delivered", "woken"]);
  const there = await tell({ channel: "web-chat", state: "held", isOpen: true });
  assert.deepEqual(there.did, ["asked", "judged delivered", "woken"]);
});

test("ways outside are tried in their order, until one takes it; where none does, it waits for a visit", async () => {
  const sendOutside = async (...outcomes: WayOutcome[]) => {
    const tried: string[] = [];
    const names: Exclude<NotificationWay, "chat">[] = ["template", "web_push", "email"];
    const ways = outcomes.map((outcome, nth) => ({
      way: names[nth]!,
      async tell({
        status,
        thread,
        pushId,
        ttlS,
      }: {
        status: string;
        thread: string;
        pushId: string;
        ttlS: number;
      }) {
        assert.deepEqual([status, thread, pushId, ttlS], ["delivered", "ab", "push_1", 48 * 3_600]);
        tried.push(names[nth]!);
        return outcome;
      },
    }));
    const { end } = await tell({ customerAtMs: 0 }, { ways });
    return { tried, ...end };
  };
  const no = { kind: "no_way", because: "no_subscription" } as const;
  const status = "delivered";
  assert.deepEqual(await sendOutside(no, { kind: "sent" }, { kind: "sent" }), {
    ...{ tried: ["template", "web_push"], state: "sent", way: "web_push", status },
  });
  assert.deepEqual(await sendOutside(no, no, no), {
    ...{
      tried: ["template", "web_push", "email"],
      state: "held",
      because: "window_closed",
      status,
    },
  });
  const away = await tell({ channel: "web-chat", state: "held" });
  assert.deepEqual(away.end, { state: "held", because: "away", status });
  const template = { kind: "no_way", because: "no_template" } as const;
  assert.equal((await sendOutside(template, no)).because, "no_template");
  assert.deepEqual(await sendOutside({ kind: "again", afterMs: 5 }, { kind: "sent" }), {
    ...{ tried: ["template"], state: "queued", afterMs: 5, isTry: true, way: "template", status },
  });
  assert.deepEqual(await sendOutside({ kind: "failed", because: "gone" }, { kind: "sent" }), {
    ...{ tried: ["template"], state: "failed", because: "gone", way: "template", status },
  });
});

test("what was told outside stands in the chat too, for who comes back to its page", async () => {
  const tellBy = async (lease: Partial<NotificationLease>, outcome: WayOutcome) => {
    const ways = [{ way: "web_push" as const, tell: async () => outcome }];
    return (await tell({ state: "held", customerAtMs: 0, ...lease }, { ways })).did.slice(1);
  };
  const web = { channel: "web-chat" };
  const sent = { kind: "sent" } as const;
  const both = ["judged delivered outside", "left in the chat", "woken"];
  assert.deepEqual(await tellBy(web, sent), both);
  assert.deepEqual(await tellBy({}, sent), ["judged delivered outside"]);
  const later = { kind: "again", afterMs: 5 } as const;
  assert.deepEqual(await tellBy(web, later), ["judged delivered outside"]);
});

test("a shop that is away is asked again until it is no news any more, one that is behind a few times", async () => {
  const ask = (answer: MerchantAnswer) => ({ askShop: async () => answer });
  const waits = async (answer: MerchantAnswer, tries: number) =>
    (await tell({ tries }, ask(answer))).end;
  const later = { state: "accepted", because: "unavailable", isTry: true };
  assert.deepEqual(await waits(away, 0), { ...later, afterMs: 10_000 });
  assert.deepEqual(await waits(away, 99), { ...later, afterMs: 1_800_000 });
  const shipped = { ...parcel, package_status: "Shipped" };
  const behind: MerchantAnswer = { kind: "packages", packages: [shipped], hasNextPage: false };
  assert.deepEqual(await waits(behind, 0), {
    ...{ state: "accepted", because: "stale", isTry: true, afterMs: 5_000 },
  });
  assert.deepEqual(await waits(behind, 3), { state: "skipped", because: "stale" });
  // Its push says itself how it stands; that is taken where the shop itself says nothing for a while.
  const said = { ...leased.said, snapshot: parcel };
  assert.deepEqual((await tell({ said, tries: 1 }, ask(away))).end, { ...later, afterMs: 30_000 });
  assert.equal((await tell({ said, tries: 2 }, ask(away))).end, null);
});

test("what is judged as no news, or is somebody else's by now, is told by no way", async () => {
  const ways = [{ way: "email" as const, tell: () => assert.fail("it is told") }];
  const outside = { customerAtMs: 0 };
  for (const verdict of ["repeated", "stale", "noted", "unsubscribed"] as const) {
    const judged = { verdict, status: "delivered", thread: "ab" };
    assert.equal((await tell(outside, { ways, judged })).end, null);
  }
  assert.equal((await tell(outside, { ways, judged: { verdict: "lost" } })).end, null);
  assert.deepEqual((await tell({}, { judged: { verdict: "elsewhere" } })).end, {
    ...{ state: "held", because: "channel_stopped", afterMs: hourMs },
  });
});
