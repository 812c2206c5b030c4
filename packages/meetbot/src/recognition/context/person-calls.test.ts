import assert from "node:assert/strict";
import { test } from "node:test";
import { recognize } from "../recognize.ts";
import { callsForPerson, noCallsForPerson } from "./person-calls.fixture.ts";

const isCall = (text: string) => {
  const { intent, decision } = recognize(text);
  return intent === "human_agent" && decision === "act";
};

test("a call for a person is heard before every complaint, topic and order, in four languages", () => {
  assert.ok(callsForPerson.length >= 120);
  assert.deepEqual(
    callsForPerson.filter((text) => !isCall(text)),
    [],
  );
});

test("people who are only named are not called", () => {
  assert.deepEqual(noCallsForPerson.filter(isCall), []);
});
