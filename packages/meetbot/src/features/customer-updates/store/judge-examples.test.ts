import assert from "node:assert/strict";
import { test } from "node:test";
import type { ParcelStatus } from "@meetbot/presentation";
import { modelTells, type ParcelEvent } from "./judge-model.fixture.ts";
import { only, openNews } from "./judge-news.fixture.ts";

const path = (...statuses: (ParcelStatus | [ParcelStatus, number])[]): ParcelEvent[] =>
  statuses.map((one, nth) =>
    typeof one === "string" ? { status: one, atH: nth } : { status: one[0], atH: one[1] },
  );

const examples: { title: string; events: ParcelEvent[]; told: string[] }[] = [
  {
    title: "a parcel that is scanned again on the same day",
    events: path("out_for_delivery", "in_transit", "out_for_delivery"),
    told: ["out_for_delivery"],
  },
  {
    title: "one that is back on its way the next day",
    events: path("out_for_delivery", ["in_transit", 13], ["out_for_delivery", 14]),
    told: ["out_for_delivery", "in_transit", "out_for_delivery"],
  },
  {
    title: "a second try",
    events: path("out_for_delivery", "attempt_failed", "out_for_delivery", "delivered"),
    told: ["out_for_delivery", "attempt_failed", "out_for_delivery", "delivered"],
  },
  {
    title: "one that is sent back",
    events: path("delivered", "returning", "returned"),
    told: ["delivered", "returning", "returned"],
  },
  {
    title: "a way back on the same waybill",
    events: path("delivered", "picked_up", "in_transit", "out_for_delivery", "delivered"),
    told: ["delivered", "returning", "returned"],
  },
  {
    title: "a way back on the same waybill, after a complaint",
    events: path("delivered", "exception", "picked_up", "delivered"),
    told: ["delivered", "exception", "returning", "returned"],
  },
  {
    title: "damage that is seen in the moment in which it is picked up for its way back",
    events: path(["returning", 1], ["picked_up", 1], ["damaged", 1]),
    told: ["returning"],
  },
  {
    title: "stray scans after a complaint about what was delivered",
    events: path("delivered", "exception", "in_transit", "out_for_delivery"),
    told: ["delivered", "exception"],
  },
  {
    title: "one that moves at all",
    events: path("info_received", "in_transit", "customs", "in_transit"),
    told: ["in_transit"],
  },
  { title: "one that was picked up", events: path("picked_up", "in_transit"), told: ["picked_up"] },
  {
    title: "customs, of which nobody is told, and what follows",
    events: path("customs", "in_transit", "customs"),
    told: ["in_transit"],
  },
  {
    title: "two of one moment, the further one first",
    events: path(["delivered", 1], ["out_for_delivery", 1]),
    told: ["delivered"],
  },
  {
    title: "two of one moment, the further one last",
    events: path(["out_for_delivery", 1], ["delivered", 1]),
    told: ["out_for_delivery", "delivered"],
  },
  {
    title: "a try that failed in the moment in which it began",
    events: path(["out_for_delivery", 1], ["attempt_failed", 1], ["out_for_delivery", 1]),
    told: ["out_for_delivery", "attempt_failed"],
  },
];

test("examples", async (t) => {
  const news = await openNews(t);
  await news.follow();
  for (const { title, events, told } of examples) {
    await t.test(title, async () => {
      assert.deepEqual(only(await news.tell(events)), told);
      assert.deepEqual(
        modelTells(events).map(({ status }) => status as string),
        told,
      );
    });
  }
});
