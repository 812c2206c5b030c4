import assert from "node:assert/strict";
import { test } from "node:test";
import { en } from "./en.ts";
import { fill, fillParts } from "./fill.ts";
import { zh } from "./zh.ts";

test("a phrase takes its parts where its language puts them", () => {
  assert.equal(fill("Expected {date}", { date: "May 1" }), "Expected May 1");
  assert.deepEqual(fillParts("预计 {date} 送达", { date: 1 }), ["预计 ", 1, " 送达"]);
});

test("both languages leave places for the same parts", () => {
  const places = (phrase: string) => phrase.match(/\{\w+\}/g)?.sort() ?? [];
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    assert.deepEqual(places(zh[key]), places(en[key]), key);
  }
});
