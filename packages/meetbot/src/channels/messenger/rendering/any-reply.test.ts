import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { message as checkMessage } from "../../../graph-simulator/message-shape.ts";
import { anyReply } from "../../any-reply.fixture.ts";
import { sampleReplies } from "../../channel.contract.ts";
import { render } from "./render.ts";

const utc = { timeZone: "UTC" };

test("whatever a reply holds, Meta takes each of its messages", () => {
  for (const reply of sampleReplies) {
    for (const message of render(reply, utc).messages) checkMessage(message, "message");
  }
  fc.assert(
    fc.property(anyReply, fc.boolean(), (reply, receipts) => {
      const { messages } = render(reply, { ...utc, receipts });
      assert.ok(messages.length > 0);
      for (const message of messages) checkMessage(message, "message");
    }),
    { numRuns: 300 },
  );
});
