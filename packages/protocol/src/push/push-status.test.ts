import assert from "node:assert/strict";
import { test } from "node:test";
import { ProtocolError } from "../fields/protocol-error.ts";
import { isPushStatus, parsePushStatus, serializePushStatus } from "./push-status.ts";

const event = {
  id: "push_status_1",
  pageId: "7",
  pushId: "push_1",
  recipient: "r1",
  channel: "web_chat",
  state: "skipped",
  because: "unsubscribed",
  at: 1_793_507_200_000,
} as const;

test("a push_status is read as it was written, with as little as it must hold", () => {
  assert.deepEqual(parsePushStatus(serializePushStatus(event)), event);
  const { id, pushId, at } = event;
  const least = { id, pushId, state: "sent", at } as const;
  assert.deepEqual(parsePushStatus(serializePushStatus(least)), least);
});

test("moments travel as seconds, as everywhere", () => {
  const { params } = JSON.parse(serializePushStatus({ ...event, at: event.at + 999 }));
  assert.equal(params.at, "1793507200");
});

test("a push_status is told from a query and from what is neither", () => {
  assert.equal(isPushStatus(serializePushStatus(event)), true);
  for (const body of ["", "[]", "{}", '{"request":null}', '{"request":{"method":"orders"}}']) {
    assert.equal(isPushStatus(body), false, body);
  }
});

test("refuses a state that there is not", () => {
  const body = serializePushStatus(event).replace("skipped", "lost");
  assert.throws(
    () => parsePushStatus(body),
    (error) => error instanceof ProtocolError && error.pointer === "/params/state",
  );
});
