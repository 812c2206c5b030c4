import assert from "node:assert/strict";
import { test } from "node:test";
import { turnLimits } from "@meetbot/model/turn-limits.ts";
import { DEADLINE_MS } from "@meetbot/network/exchange/deadline.ts";
import { maxSearchPages } from "../dialog/step.ts";
import { type AnswerQuestion, openTalk, orderWith, textsOf } from "./talk.fixture.ts";

const numbers = ["MBAAAA111111", "MBBBBB222222", "MBCCCC333333"];

/** A shop whose lists are long, and which lists the last of the numbers only when it is looked for itself. */
function longWinded(): AnswerQuestion {
  let searches = 0;
  return (question) => {
    if (question.method === "packages") {
      return { kind: "packages", packages: [], hasNextPage: false };
    }
    if ("orderNumber" in question) throw new Error("Nothing is proved of a number alone.");
    const { filter, page } = question;
    const isLastPage = filter === "past" && page === maxSearchPages / 3;
    if (isLastPage) searches += 1;
    const isListed = isLastPage && searches === numbers.length;
    const listed = isListed ? numbers.slice(-1) : [`MBLIST${filter}${page}ABC`];
    const orders = listed.map((number) => orderWith(number, { status: "shipped" }));
    return { kind: "orders", orders, hasNextPage: true };
  };
}

test("the longest turn seeks three numbers in an account, and finds the last of them on the last page", async () => {
  const talk = openTalk(longWinded(), { policy: "code" });
  await talk.open("ann@example.com");
  const told = textsOf(await talk.say(`where are ${numbers.join(", ")}?`));
  assert.match(told.at(-1) ?? "", /has been shipped/);
  // Each was not asked for at once, which counts too.
  assert.equal(talk.asked.length + numbers.length, turnLimits.asks);
  // And each may be a carrier's, which its order is looked through for.
  const inAll = turnLimits.asks + numbers.length * turnLimits.trackedPages;
  assert.equal(turnLimits.maxSeconds, (inAll * DEADLINE_MS) / 1000);
});
