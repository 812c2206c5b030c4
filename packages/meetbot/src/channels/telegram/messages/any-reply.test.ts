import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { entitiesWithin, messageShapes } from "../../../telegram-simulator/message-shape.ts";
import { anyReply } from "../../any-reply.fixture.ts";
import { sampleReplies } from "../../channel.contract.ts";
import type { TelegramMessage } from "../api/telegram-message.ts";
import { render } from "./render.ts";
import { withPrefixText } from "./with-prefix-text.ts";

const utc = { timeZone: "UTC" };

/** As Telegram takes it, or throws. */
function check({ method, ...content }: TelegramMessage): void {
  const params = { chat_id: 1, ...content };
  messageShapes[method.toLowerCase()]?.(params, "request");
  entitiesWithin(params, "request");
}

test("whatever a reply holds, Telegram takes each of its messages", () => {
  for (const reply of sampleReplies) {
    for (const message of render(reply, utc).messages) check(message);
  }
  fc.assert(
    fc.property(anyReply, fc.string({ minLength: 1, maxLength: 1200 }), (reply, lead) => {
      const { messages } = render(reply, utc);
      assert.ok(messages.length > 0);
      for (const message of messages) check(message);
      const [first] = messages;
      const together = first && withPrefixText(lead.toWellFormed(), first);
      if (together) check(together);
    }),
    { numRuns: 300 },
  );
});

test("each choice that Meetbot makes has a button: its tokens and menu fit", () => {
  const payloads = ["x".repeat(43), "menu:start_over", "menu:sign_out", "menu:packages"];
  const choices = payloads.map((payload) => ({ title: payload, payload }));
  const { messages, notes } = render({ kind: "text", locale: "en", text: "Hi", choices }, utc);
  assert.deepEqual(notes, []);
  assert.equal(messages.at(-1)?.reply_markup?.inline_keyboard.length, payloads.length);
});
