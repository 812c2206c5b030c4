import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import {
  customerLocales,
  orderLine,
  orderLines,
  packageLines,
  readerOf,
  type SeenOrder,
  statusWords,
} from "@meetbot/presentation";
import { orderStatuses, packageStatuses } from "../../../presentation/src/status/known-statuses.ts";
import {
  caseDay,
  caseToday,
  daysTold,
  statusCases,
} from "../../../presentation/src/status/status-cases.fixture.ts";
import { textsOf } from "../../../presentation/src/status/texts-of.fixture.ts";
import { render as renderMessenger } from "./messenger/rendering/render.ts";
import { render as renderTelegram } from "./telegram/messages/render.ts";
import { render as renderText } from "./text/render.ts";
import { render as renderWebChat } from "./web-chat/render.ts";

// The chat window draws what its surface here only reads: packages/widget/test/ui-content.test.ts runs the same table.

const context = { timeZone: "UTC", today: caseToday };

/** All that a customer reads of a reply on each surface, in the pieces that it is written in. */
const surfaces: Record<string, (reply: VisibleReply) => string[]> = {
  text: (reply) => piecesOf(renderText(reply, context)),
  Messenger: (reply) => piecesOf(renderMessenger(reply, context).messages),
  Telegram: (reply) => piecesOf(renderTelegram(reply, context).messages),
  "web chat": (reply) => piecesOf(readInWindow(JSON.parse(JSON.stringify(renderWebChat(reply))))),
};

/** A window knows how no shop writes statuses: it tells what it was sent. */
function readInWindow(reply: VisibleReply): unknown {
  const reader = { ...readerOf(reply.locale, context), stageOf: null };
  if (reply.kind === "packages") return reply.packages.map((pkg) => packageLines(pkg, reader));
  if (reply.kind !== "orders") return [];
  return reply.orders.map((order) => {
    const isAlone = reply.orders.length === 1;
    return [orderLine(order, reader), ...(isAlone ? orderLines(order, reader) : [])];
  });
}

function piecesOf(said: unknown): string[] {
  if (typeof said === "string") return said.split(/ · |\n */);
  return Object.values(said ?? {}).flatMap(piecesOf);
}

function pkgReply(package_status: string, locale: Locale): VisibleReply {
  const packages = [{ package_number: "P1", package_status, exp_delivery: caseDay }];
  return { kind: "packages", locale, packages };
}

/** An order by itself as little and as much of it may be seen, and in a list: by its status or its package's. */
function orderReplies(status: string, of: "order" | "package", locale: Locale): VisibleReply[] {
  const told = of === "order" ? { status } : { status: "?", parcel: { package_status: status } };
  const masked = { order_number: "····", ...told };
  const elements = [{ title: "T", quantity: 1, price: 5 }];
  const seen = { order_number: "1", ...told, elements };
  const reply = (...orders: SeenOrder[]) => ({ kind: "orders", locale, orders }) as const;
  const list = [reply(masked, seen)];
  return of === "order" ? [reply(masked), reply(seen), ...list] : list;
}

for (const [name, surface] of Object.entries(surfaces)) {
  for (const locale of ["en", "zh"] as const) {
    test(`each status is told as what it surely is, and no other: ${name}, ${locale}`, () => {
      for (const { status, told, day } of statusCases) {
        const said = surface(pkgReply(status, locale)).map((piece) => piece.toLowerCase());
        assert.ok(said.includes(told[locale].toLowerCase()), `${status}: ${said}`);
        const when = daysTold[locale][day]?.toLowerCase();
        const days = Object.values(daysTold[locale]).map((words) => words?.toLowerCase());
        assert.deepEqual(
          days.filter((words) => words !== undefined && said.includes(words)),
          when === undefined ? [] : [when],
          `${status}: ${said}`,
        );
      }
    });
  }

  test(`a stage that is surely known is told in the customer's language alone: ${name}`, () => {
    for (const locale of customerLocales) {
      for (const { status, of } of foreignStatuses(locale)) {
        const words = statusWords(status, of, readerOf(locale));
        const replies = orderReplies(status, of, locale);
        if (of === "package") replies.push(pkgReply(status, locale));
        for (const reply of replies) {
          const said = surface(reply);
          assert.ok(said.includes(words), `${status} in ${locale}: ${said}`);
          assert.ok(words === status || !said.includes(status), `${status} in ${locale}: ${said}`);
        }
      }
    }
  });

  test(`what is not surely known stays in the shop's words: ${name}`, () => {
    const status = "Retenu en douane";
    for (const locale of customerLocales) {
      const replies = [
        ...orderReplies(status, "order", locale),
        ...orderReplies(status, "package", locale),
        pkgReply(status, locale),
      ];
      for (const reply of replies) assert.ok(surface(reply).includes(status), `${name}, ${locale}`);
    }
  });
}

interface Written {
  status: string;
  of: "order" | "package";
}

/** One text of each stage in each other language. */
function foreignStatuses(locale: Locale): Written[] {
  const tables = { order: orderStatuses, package: packageStatuses } as const;
  return (["order", "package"] as const).flatMap((of) =>
    Object.values(tables[of]).flatMap((written) =>
      Object.entries(written).flatMap(([language, pattern]) => {
        const [status] = textsOf(pattern);
        return language === locale || status === undefined ? [] : [{ status, of }];
      }),
    ),
  );
}
