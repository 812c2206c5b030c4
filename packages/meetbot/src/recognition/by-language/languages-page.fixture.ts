import type { Sayings } from "./language-sayings.fixture.ts";
import { rowsOf, type Spoken, sayings } from "./sayings.fixture.ts";

/** What the page says besides the sentences. */
interface PageWords {
  intro: string;
  head: string;
  parts: Readonly<Record<keyof Sayings, string>>;
}

const command =
  "UPDATE_DOCS=1 npm test -- packages/meetbot/src/recognition/by-language/by-language.test.ts";

const en: PageWords = {
  intro: `# What is understood in which language

For each question, trouble and topic some sentences that customers write, in each language that the bot reads by its own
words. A test tries every one, word for word. They are examples: whether another sentence is understood,
\`npx meetbot recognize\` says. What is answered stands in [What customers can ask](questions.md), the topics in
[The shop's own answers](answers.md#the-topics). Traditional Chinese is read as Simplified Chinese.

<!-- The rest is written by a test: ${command} -->
`,
  head: "| what | for example |",
  parts: {
    talk: "in general",
    facts: "facts",
    lists: "lists",
    surveys: "several orders",
    concerns: "concerns",
    topics: "topics",
  },
};

const zh: PageWords = {
  intro: `# 各种语言听得懂什么

每个问题、麻烦和主题，在机器人自己能读的每种语言里各举几句顾客写的话。每一句都由测试一字不差地试过。这些只是例子：别的话听不听得懂，用 \`npx meetbot recognize\` 试。怎样回答见[顾客可以问什么](questions.md)，主题见[店铺自己的回答](answers.md#主题)。繁体中文按简体中文来读。

<!-- 以下由测试写出：${command} -->
`,
  head: "| 问什么 | 例如 |",
  parts: {
    talk: "一般",
    facts: "事实",
    lists: "列表",
    surveys: "几个订单",
    concerns: "麻烦和要求",
    topics: "主题",
  },
};

const pages = { en, zh } as const;

/** The page of what is understood, so that it cannot list anything else than the test tries. */
export function renderPage(locale: keyof typeof pages): string {
  const { intro, head, parts } = pages[locale];
  const names = new Intl.DisplayNames(locale, { type: "language" });
  const sections = (Object.keys(sayings) as Spoken[]).map((language) => {
    const rows = rowsOf(language);
    const lines = rows.map(({ part, key, said }, index) => {
      const begins = rows[index - 1]?.part !== part;
      const title = begins ? [`| **${parts[part]}** | |`] : [];
      return [...title, `| \`${key}\` | ${said.join(" · ")} |`].join("\n");
    });
    return `## ${names.of(language)}\n\n${head}\n|---|---|\n${lines.join("\n")}\n`;
  });
  return `${intro}\n${sections.join("\n")}`;
}
