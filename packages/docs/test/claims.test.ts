import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { connectors } from "@meetbot/connectors";
import { registry } from "../../meetbot/src/channels/registry.ts";
import { features } from "../../meetbot/src/features/features.ts";
import { root } from "../src/site.ts";

// The documentation promises what is shipped, and denies none of it.

const languages = [
  { readme: "README.md", folder: "docs" },
  { readme: "README.zh-CN.md", folder: "docs/zh" },
] as const;

const read = (file: string) => readFileSync(join(root, file), "utf8");

/** A channel's page has the channel's name. */
const pageOfChannel: Readonly<Record<string, string>> = { "web-chat": "widget" };
const channels = [...registry.keys()].map((name) => ({
  name,
  pages: [pageOfChannel[name] ?? name, "README", "coming-from", "faq"] as const,
}));

test("the pages that a feature or channel names link to its page, in each language", () => {
  const missing = languages.flatMap(({ readme, folder }) =>
    [...features, ...channels].flatMap(({ name, pages: [own, ...linkedFrom] }) => {
      if (!existsSync(join(root, folder, `${own}.md`))) return [`${name}: ${folder}/${own}.md`];
      return linkedFrom.flatMap((page) => {
        const [file, link] =
          page === "README"
            ? [readme, `(${folder}/${own}.md`]
            : [`${folder}/${page}.md`, page === own ? "# " : `(${own}.md`];
        return read(file).includes(link) ? [] : [`${name}: ${file} has no ${link}`];
      });
    }),
  );
  assert.deepEqual(missing, []);
});

test("the page for newcomers names each shop platform that has a connector, and the README their number", () => {
  const titles = Object.values(connectors).map(({ title }) => title.replace(/ \d+$/, ""));
  for (const { folder } of languages) {
    for (const page of ["connectors", "coming-from"]) {
      const text = read(`${folder}/${page}.md`);
      const missing = titles.filter((title) => !text.includes(title));
      assert.deepEqual(missing, [], `${folder}/${page}.md`);
    }
  }
  const [, number] = /\[(\w+) shop systems\]/.exec(read("README.md")) ?? [];
  assert.equal(number, { 7: "Seven", 8: "Eight", 9: "Nine", 10: "Ten" }[titles.length]);
});

/** "No connectors", "pictures are not supported": a sentence that denies what a feature does. */
const denials = [
  /\b(?:no|not|without) (?:yet )?(?:connectors?|alerts|handoff|carrier webhooks|pictures|customer updates)\b/i,
  /\b(?:connectors?|alerts|carrier webhooks|pictures|customer updates|phone accounts|Telegram|Messenger) (?:is|are) not (?:yet )?(?:supported|available|possible)\b/i,
  /\bcoming soon\b|\bnot (?:yet )?implemented\b/i,
  /(?:不支持|没有|尚无|暂无)(?:现成的)?(?:连接器|店铺系统的连接|提醒|图片|手机号)/,
];

test("the first pages deny no feature", () => {
  const said = languages.flatMap(({ readme, folder }) =>
    [
      readme,
      ...["README", "faq", "coming-from", "channels"].map((one) => `${folder}/${one}.md`),
    ].flatMap((file) =>
      read(file)
        .split(/\n|(?<=[.。])/)
        .filter((sentence) => denials.some((denial) => denial.test(sentence)))
        .map((sentence) => `${file}: ${sentence.trim()}`),
    ),
  );
  assert.deepEqual(said, []);
});
