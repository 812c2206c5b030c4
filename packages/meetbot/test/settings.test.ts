import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { limits } from "@meetbot/admin-api/settings/limits.ts";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { readChanges } from "@meetbot/admin-api/settings/read-changes.ts";
import type { Setting } from "@meetbot/admin-api/settings/setting.ts";
import { type SettingName, settingNames, settings } from "@meetbot/admin-api/settings/settings.ts";
import { toPublic } from "@meetbot/admin-api/settings/to-public.ts";
import { openTestStore } from "../src/store/store.fixture.ts";

const pageOf = (name: string) => new URL(`../../../docs/${name}`, import.meta.url);
const all = settingNames.map((name): [SettingName, Setting] => [name, settings[name]]);

test("a bot as it begins is told and read back as it is", () => {
  const { bot } = newBot({ name: "Shop", endpoint: "https://shop.example/webhook" });
  const { bot_id: _, demo: __, ...told } = toPublic(bot);
  const { changes, faults } = readChanges(told, bot);
  assert.deepEqual(faults, []);
  assert.deepEqual({ id: bot.id, ...changes, demo: bot.demo }, bot);
});

test("the database takes what settings may be at least and at most, and no more", async (t) => {
  const { store } = await openTestStore(t);
  const { minConversationDays: min, maxDays: max, minDays } = limits;
  const keep = (keepConversationsDays: number, keepDeliveriesDays: number | null = null) =>
    store.bots.change("bot_1", { keepConversationsDays, keepDeliveriesDays });
  assert.equal((await keep(min, minDays))?.keepConversationsDays, min);
  assert.equal((await keep(max, max))?.keepConversationsDays, max);
  await assert.rejects(keep(min - 1), /bots_retention/);
  await assert.rejects(keep(max + 1), /bots_retention/);
  await assert.rejects(keep(max, minDays - 1), /bots_retention/);
});

// UPDATE_DOCS=1 writes the tables.
test("the docs list the options of bot set, and what only an owner sets", () => {
  for (const [name, head, rows] of [
    ["bots.md", "| option of `bot set` | what it sets | unless set |", optionRows()],
    ["console.md", "| setting | because |", ownerRows()],
  ] as const) {
    const written = replaceTable(readFileSync(pageOf(name), "utf8"), head, rows);
    if (process.env.UPDATE_DOCS) writeFileSync(pageOf(name), written);
    assert.equal(readFileSync(pageOf(name), "utf8"), written);
  }
});

test("the docs say for how long data may be kept", () => {
  const page = readFileSync(pageOf("storage.md"), "utf8");
  const { minConversationDays: min, maxDays: max, minDays } = limits;
  const usual = settings.keep_conversations_days.default;
  assert(page.includes(`| ${min} to ${max}; ${usual} unless set |`));
  assert(page.includes(`| from ${minDays}, and no more than conversations;`));
  assert(page.includes(`idle for **${usual} days** is deleted`));
  assert(page.includes(`hence the ${min} days`));
});

/** The page with other rows below the head of a table. */
function replaceTable(text: string, head: string, rows: string[]): string {
  const [before, after] = text.split(`\n${head}\n`);
  assert(before !== undefined && after !== undefined, `The guide has no table ${head}`);
  const rest = after.split("\n").slice(1);
  const end = rest.findIndex((line) => !line.startsWith("|"));
  const rule = head.replaceAll(/[^|]+/g, "---");
  return [before, head, rule, ...rows, ...rest.slice(end)].join("\n");
}

function optionRows(): string[] {
  return all.flatMap(([, { options, default: usual }]) =>
    options.map(({ flags, help, cleared, guide, part }) => {
      const [option] = flags.split(" ");
      const text = [cleared ? `${help}; ${cleared}` : help, ...(guide ? [guide] : [])].join(". ");
      return `| \`${option}\` | ${text} | ${part ? "" : inWords(usual)} |`.replaceAll(
        "|  |",
        "| |",
      );
    }),
  );
}

const inWords = (value: unknown) =>
  [value ?? []]
    .flat()
    .map((one) => `\`${one}\``)
    .join(", ");

/** Settings of an owner's for the same reason share a row. */
function ownerRows(): string[] {
  const reasons = new Map<string, SettingName[]>();
  for (const [name, { changedBy }] of all) {
    if (changedBy.role === "editor") continue;
    reasons.set(changedBy.because, [...(reasons.get(changedBy.because) ?? []), name]);
  }
  return [...reasons].map(
    ([because, names]) => `| ${names.map((name) => `\`${name}\``).join(", ")} | ${because} |`,
  );
}
