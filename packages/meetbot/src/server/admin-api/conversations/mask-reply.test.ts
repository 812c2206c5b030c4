import assert from "node:assert/strict";
import { test } from "node:test";
import { maskReply } from "./mask-reply.ts";

test("a sentence keeps its words and loses whom it is about", () => {
  const address = "Ann Reed, 9 Mill Road, Cork, IE";
  const facts = [
    { about: "address" as const, value: address },
    { about: "recipient" as const, value: "Zoe Quill" },
    { about: "payment" as const, value: "Visa 4242" },
    { about: "tracking_number" as const, value: "JD0123456789" },
    { about: "total" as const, value: "$45.50" },
  ];
  const text = `It goes to ${address}, to Zoe Quill. Paid with Visa 4242. It is JD0123456789. The total is $45.50.`;
  assert.deepEqual(maskReply({ kind: "text", locale: "en", text, facts }), {
    kind: "text",
    locale: "en",
    text: "It goes to •••, to •••. Paid with •••. It is •••. The total is $45.50.",
  });
});

test("a sentence loses what a carrier or a shop wrote in it of a person, too", () => {
  const text = "It has been shipped. Last scan: Cork · Left with A. Reed (today).";
  const reply = { kind: "text" as const, locale: "en" as const, text };
  assert.deepEqual(maskReply(reply, { personal: ["Left with A. Reed", "Cork"] }), {
    ...reply,
    text: "It has been shipped. Last scan: ••• · ••• (today).",
  });
});

test("the shop's own contact stands, and nobody else's", () => {
  const contact = "help@shop.example, 020 7946 0018";
  const text = `Write to ${contact}, not from ann@shop.example or 020 7946 0999.`;
  const reply = { kind: "text" as const, locale: "en" as const, text };
  const masked = maskReply(reply, { contact });
  assert(masked.kind === "text");
  assert.match(masked.text, /^Write to help@shop\.example, 020 7946 0018, not from a•••@s•••/);
  assert.doesNotMatch(masked.text, /0999.*0999|ann@/);
  assert.doesNotMatch(JSON.stringify(maskReply(reply)), /help@/);
});

test("the parcel of an order is masked as packages are", () => {
  const order = {
    order_number: "MB7K2Q9XW4TP",
    status: "shipped",
    payment_method: "Visa 4242",
    parcel: {
      order_number: "MB7K2Q9XW4TP",
      package_status: "In transit",
      carrier: "DHL",
      tracking_number: "JD0123456789",
      tracking_url: "https://dhl.example/JD0123456789",
    },
  };
  const masked = maskReply({ kind: "orders", locale: "en", orders: [order] });
  assert(masked.kind === "orders");
  const { carrier, tracking_number, ...parcel } = masked.orders[0]?.parcel ?? {};
  assert.deepEqual([carrier, tracking_number], ["DHL", "•••6789"]);
  assert.deepEqual(parcel, { order_number: "•••W4TP", package_status: "In transit" });
});
