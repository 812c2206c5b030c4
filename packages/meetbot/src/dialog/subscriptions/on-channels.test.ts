import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import { customerLocales, say } from "@meetbot/presentation";
import { registry } from "../../channels/registry.ts";
import { openTalk, orderWith, shopWith } from "../../turn/talk.fixture.ts";

const number = "PA7K2Q9XW4TP";
const shop = shopWith({ orders: [orderWith(number, { status: "shipped" })] });
const context = { timeZone: "UTC", spent: new Set<string>() };

for (const channel of registry.values()) {
  test(`${channel.name}: the choice stands below the card, and what it gives back begins it`, async () => {
    for (const locale of customerLocales) {
      const talk = openTalk(shop, { locale });
      talk.news = { isPushed: true, reach: "here" };
      const replies = await talk.say(number);
      const title = say(locale, "choiceKeepPosted");
      const choice = replies
        .flatMap(({ choices = [] }) => choices)
        .find((one) => one.title === title);
      assert.ok(choice, locale);
      const rendered = JSON.stringify(replies.map((reply) => channel.render(reply, context)));
      assert.ok(rendered.includes(JSON.stringify(title)), `${locale}: its title`);
      assert.ok(rendered.includes(choice.payload), `${locale}: what it gives back`);
      // Nobody reads from the button of which order it is.
      assert.ok(!choice.payload.includes(number));
      const tap: EventContent = { kind: "tap", payload: choice.payload };
      const told = await talk.hear(tap);
      assert.equal(talk.turn?.subscription?.kind, "begin");
      const said = JSON.stringify(told.map((reply) => channel.render(reply, context)));
      assert.ok(said.includes(JSON.stringify(say(locale, "newsStopHint")).slice(1, -1)), locale);
    }
  });
}
