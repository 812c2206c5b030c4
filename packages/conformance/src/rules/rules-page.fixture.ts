import { type Group, groups } from "./ids/rule-ids.ts";
import { rules } from "./rules.ts";

const intro = `# What \`meetbot test\` tests

\`\`\`sh
npx meetbot test https://shop.example.com/meetbot --account stephane@example.com
\`\`\`

(or \`npx @meetbot/conformance URL\`, which needs neither Meetbot nor a database)
asks a webhook as Meetbot does, then as a stranger would, and says of each rule below whether it is
kept, why it matters and what to do. It only sends queries, which read. The
[merchant guide](merchant-guide.md#testing-it) says how to use it, the [protocol](protocol.md) what
it goes by.

Each query names the host of the URL that is tested, in
[\`Meetbot-Endpoint-Signature\`](protocol.md#where-it-was-sent). A webhook that looks at it is tested under
its own URL, or it refuses everything; that it looks is good advice and no rule, for a webhook written from
the origin of the protocol cannot know of it.

A **must** that is broken fails the test (exit code 1). A **should** is a warning. What needs data of
the shop is skipped until you name some. The ids never change: \`--only\` takes them and the names of
groups.

<!-- The rest is written by a test out of the rules: UPDATE_DOCS=1 npm test -- packages/conformance/src/rules/rules.test.ts -->
`;

const about: Readonly<Record<Group, string>> = {
  test: "The validity check, with which every run begins.",
  security:
    "Who may ask. These are tried as a stranger would, who has no secret or an old request.",
  orders: "What is found, for whom, and what is in it. Most need `--account` or `--order`.",
  packages: "The same for packages. Most need `--account`, `--order` or `--package`.",
  robustness: "What customers, later versions and strangers may send.",
  limits: "Time, size and the connection.",
};

/** Texts of rules are no markup, but for names in backticks and our own bold. */
function escapeMarkdown(text: string): string {
  return text.replace(/`[^`]*`|[<_]/g, (found) => (found.length > 1 ? found : `\\${found}`));
}

/** The page of all rules, so that it cannot say anything else than they do. */
export function renderRulesPage(): string {
  const sections = groups.map((group) => {
    const own = rules.filter((rule) => rule.group === group);
    const entries = own.map(({ id, severity, words: { en } }) => {
      const title = en.title.charAt(0).toUpperCase() + en.title.slice(1);
      return escapeMarkdown(`### ${id}\n\n**${severity}** · ${title}.\n\n${en.why}\n\n${en.fix}\n`);
    });
    return `## ${group}\n\n${about[group]}\n\n${entries.join("\n")}`;
  });
  return `${intro}\n${sections.join("\n")}`;
}
