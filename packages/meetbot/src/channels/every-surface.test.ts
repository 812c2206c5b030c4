import assert from "node:assert/strict";
import { test } from "node:test";
import {
  caseDay,
  caseToday,
  daysTold,
  statusCases,
} from "../../../presentation/src/status/status-cases.fixture.ts";
import { render as renderMessenger } from "./messenger/rendering/render.ts";
import { render as renderText } from "./text/render.ts";

// The chat window runs the same table: packages/widget/test/ui-content.test.ts.

const context = { timeZone: "UTC", today: caseToday };

/** A package's status and its day, as each surface tells them. */
const surfaces = {
  text(status: string, locale: "en" | "zh") {
    const [head = "", day = ""] = renderText(reply(status, locale), context).split("\n");
    return [head.split(" · ").at(-1), day.trim()];
  },
  Messenger(status: string, locale: "en" | "zh") {
    const { messages } = renderMessenger(reply(status, locale), context);
    const { subtitle } = JSON.parse(JSON.stringify(messages)).at(0).attachment.payload.elements[0];
    return subtitle.split(" · ");
  },
};

function reply(package_status: string, locale: "en" | "zh") {
  const packages = [{ package_number: "P1", package_status, exp_delivery: caseDay }];
  return { kind: "packages", locale, packages } as const;
}

for (const [name, surface] of Object.entries(surfaces)) {
  for (const locale of ["en", "zh"] as const) {
    test(`each status is told as what it surely is, and no other: ${name}, ${locale}`, () => {
      for (const { status, told, day } of statusCases) {
        const [where, when] = surface(status, locale);
        assert.equal(where?.toLowerCase(), told[locale].toLowerCase(), status);
        assert.equal(when, daysTold[locale][day], status);
      }
    });
  }
}
