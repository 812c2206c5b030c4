import assert from "node:assert/strict";
import { test } from "node:test";
import {
  orderTemplates,
  parcelTemplates,
  templateKinds,
} from "@meetbot/model/push/message-template.ts";
import { customerLocales, orderNewsStatuses, parcelStatuses } from "@meetbot/presentation";
import { recognize } from "../../../recognition/recognize.ts";
import { ownTemplates } from "./own-templates.ts";

test("each kind is there once in each language, within Meta's limits and without an offer", () => {
  assert.equal(ownTemplates.length, templateKinds.length * customerLocales.length);
  const names = new Set(ownTemplates.map(({ name, language }) => `${name} ${language}`));
  assert.equal(names.size, ownTemplates.length);
  for (const { name, language, text, button } of ownTemplates) {
    const said = `${name} ${language}: ${text}`;
    assert.match(name, /^[a-z0-9_]{1,60}$/);
    assert.match(language, /^[a-z]{2}(?:_[A-Z]{2})?$/);
    assert(text.length <= 200 && button.length <= 20, said);
    assert.deepEqual(text.match(/\{\{\d\}\}/g), ["{{1}}"], said);
    assert.doesNotMatch(text, /\}\}$|sale|discount|offer|thank|优惠|促销|折扣|優惠|Rabatt|oferta/i);
  }
});

test("a parcel's or an order's status that customers are always told of has a template, unless no sentence is true of it", () => {
  const silent = (statuses: Record<string, { told: string }>, of: Record<string, string | null>) =>
    Object.keys(statuses).filter((one) => statuses[one]?.told === "always" && of[one] === null);
  assert.deepEqual(silent(parcelStatuses, parcelTemplates), ["canceled"]);
  assert.deepEqual(silent(orderNewsStatuses, orderTemplates), ["paid", "canceled", "refunded"]);
});

test("what a button says asks the bot for the status, in its language", () => {
  for (const { button, locale } of ownTemplates) {
    const { intent } = recognize(button);
    assert.equal(intent, "package_track", `${locale}: ${button}`);
  }
});
