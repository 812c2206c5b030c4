import type { OperatorLocale } from "../operator-locale.ts";
import { type Group, groups, type Severity } from "./ids/rule-ids.ts";
import { rules } from "./rules.ts";

/** What the page says besides the rules. */
interface PageWords {
  intro: string;
  about: Readonly<Record<Group, string>>;
  severities: Readonly<Record<Severity, string>>;
  /** At the end of a title. */
  stop: string;
}

const command = "UPDATE_DOCS=1 npm test -- packages/conformance/src/rules/rules.test.ts";

const en: PageWords = {
  intro: `# What \`meetbot test\` tests

\`\`\`sh
npx meetbot test https://shop.example.com/meetbot --account stephane@example.com
\`\`\`

For developers who write a webhook. The command above, or \`npx @meetbot/conformance URL\` without Meetbot and
database, queries a webhook as Meetbot does, then as an attacker would. For each rule below it reports whether the
webhook keeps it, why it matters and how to fix it. It only sends queries, which read. See also
[how to use it](merchant-guide.md#testing-it) and the [protocol](protocol.md).

- A broken **must** fails the test (exit code 1); a broken **should** is a warning.
- Rules that need your shop's data are skipped without \`--account\`, \`--other-account\`, \`--order\` or \`--package\`.
- With \`--strict\`, warnings and skipped rules fail too.
- \`--only\` takes ids, which never change, and names of groups.
- Each query carries the tested URL's host in [\`Meetbot-Endpoint-Signature\`](protocol.md#where-it-was-sent). A webhook
  that checks it must be tested under its own URL, or it refuses everything. The check is recommended, but no rule.
- A webhook that checks only \`X-Hub-Signature\`, as the original protocol does, gets mere advice on what that protocol
  never required.

<!-- The rest is written by a test out of the rules: ${command} -->
`,
  about: {
    test: "The validity check. Every run begins with it.",
    security:
      "Who may ask. The test tries these like an attacker without a secret, or with an old request.",
    orders:
      "What the webhook finds, for whom, and what it answers. Most need `--account` or `--order`.",
    packages: "The same for packages. Most need `--account`, `--order` or `--package`.",
    extension:
      "What [extension 1](protocol.md#extension-1) adds. A webhook that neither declares nor sends any of it gets no findings.",
    robustness: "Input from customers, later versions and attackers.",
    limits: "Time, size and the connection.",
  },
  severities: { must: "must", should: "should" },
  stop: ".",
};

const zh: PageWords = {
  intro: `# \`meetbot test\` 测什么

\`\`\`sh
npx meetbot test https://shop.example.com/meetbot --account stephane@example.com
\`\`\`

（或者 \`npx @meetbot/conformance URL\`，不需要 Meetbot，也不需要数据库）先像 Meetbot 那样问你的 webhook，再像陌生人那样问，然后逐条说明下面每条规则是否做到、为什么重要、该怎么改。它只发查询，查询只读数据。用法见[商家指南](merchant-guide.md#测试)，依据是[接口文档](protocol.md)。

每个查询都在 [\`Meetbot-Endpoint-Signature\`](protocol.md#发往哪里) 里写明所测 URL 的主机。会检查它的 webhook 要用自己的 URL 来测，否则什么都会拒绝；建议检查，但这不是一条规则，因为按最初的协议写的 webhook 不可能知道它。

标着**必须**的没有做到，测试就失败（退出码 1）；标着**应当**的只是警告。需要店铺数据的，没给数据就跳过：\`--account\`、\`--other-account\`、\`--order\`、\`--package\`。加上 \`--strict\`，警告和跳过的也算失败。只看 \`X-Hub-Signature\` 的 webhook 是按最初的协议写的，那里从未要求的只作为建议。规则的编号永远不变，\`--only\` 接受编号和组名。要中文报告，加上 \`--locale zh\`。

<!-- 以下由测试根据规则写出：${command} -->
`,
  about: {
    test: "接口有效性验证，每次测试都从它开始。",
    security: "谁可以问。以陌生人的方式来试：他没有密钥，或者只有一个旧的请求。",
    orders: "找得到什么，给谁看，里面有什么。大多需要 `--account` 或 `--order`。",
    packages: "包裹的同样内容。大多需要 `--account`、`--order` 或 `--package`。",
    extension:
      "[扩展 1](protocol.md#扩展-1) 增加的内容。没有声明、也没有用到的 webhook 不会收到任何提示。",
    robustness: "顾客、以后的版本和陌生人可能发来的东西。",
    limits: "时间、大小和连接。",
  },
  severities: { must: "必须", should: "应当" },
  stop: "。",
};

const pages: Readonly<Record<OperatorLocale, PageWords>> = { en, zh };

/** Texts of rules are no markup, but for names in backticks and our own bold. */
function escapeMarkdown(text: string): string {
  return text.replace(/`[^`]*`|[<_]/g, (found) => (found.length > 1 ? found : `\\${found}`));
}

/** The page of all rules, so that it cannot say anything else than they do. */
export function renderRulesPage(locale: OperatorLocale): string {
  const { intro, about, severities, stop } = pages[locale];
  const sections = groups.map((group) => {
    const own = rules.filter((rule) => rule.group === group);
    const entries = own.map(({ id, severity, words: { [locale]: words } }) => {
      const title = words.title.charAt(0).toUpperCase() + words.title.slice(1);
      return escapeMarkdown(
        `### ${id}\n\n**${severities[severity]}** · ${title}${stop}\n\n${words.why}\n\n${words.fix}\n`,
      );
    });
    return `## ${group}\n\n${about[group]}\n\n${entries.join("\n")}`;
  });
  return `${intro}\n${sections.join("\n")}`;
}
