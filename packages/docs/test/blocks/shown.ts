import { readFileSync } from "node:fs";
import { join } from "node:path";
import { languages } from "@meetbot/presentation";
import { rules } from "../../../conformance/src/rules/rules.ts";
import { parseGrammar } from "../../../meetbot/training/parse-grammar.ts";
import { root } from "../../src/site.ts";
import { type Block, placeOf } from "./read-blocks.ts";

/** Blocks that show words of Meetbot's, and what they are compared with. */
const shown: readonly { file: string; has: RegExp; faults: (code: string) => string[] }[] = [
  {
    file: "README.md",
    has: /^customer: /,
    faults: (code) => notInTranscript(code, "shown-in-the-readme"),
  },
  {
    file: "README.zh-CN.md",
    has: /^顾客：/,
    faults: (code) => notInTranscript(inEnglishRoles(code), "zh-中文首页的对话"),
  },
  {
    file: "docs/questions.md",
    has: /^customer: /,
    faults: (code) => notInTranscript(code, "shown-among-the-questions"),
  },
  { file: "docs/merchant-guide.md", has: /^> where is my order/, faults: notSaid },
  { file: "docs/merchant-guide.md", has: /^ security$/m, faults: notInRules },
  { file: "docs/recognition.md", has: /^# A line is a template/, faults: notInGrammar },
  { file: "docs/alerts.md", has: /^webhook-id: /, faults: notAnAlert },
  { file: "docs/widget.md", has: /^script-src /, faults: notInPolicy },
];

const isOf =
  ({ file, code }: Block) =>
  (one: (typeof shown)[number]) =>
    one.file === file && one.has.test(code);

export const isShown = (block: Block) =>
  ["", "text"].includes(block.language) && shown.some(isOf(block));

/** What a block shows and Meetbot does not say. */
export function faultOfShown(block: Block): string[] {
  const faults = shown.find(isOf(block))?.faults(block.code) ?? ["nobody says this"];
  return faults.map((fault) => `${placeOf(block)}: ${fault}`);
}

const read = (file: string) => readFileSync(join(root, file), "utf8");
const inOneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();

/** A Chinese conversation with the names of its speakers as transcripts have them. */
const inEnglishRoles = (code: string) =>
  code.replaceAll(/^顾客：/gm, "customer: ").replaceAll(/^机器人：/gm, "bot: ");

/** Returns the parts between ellipses that the transcript does not contain in this order. */
function notInTranscript(code: string, name: string): string[] {
  let rest = inOneLine(read(`packages/meetbot/test/transcripts/${name}.txt`));
  const parts = code.split(/…|^(?=customer:|bot:)/m).map((part) => inOneLine(part));
  return parts.filter((part) => {
    const at = rest.indexOf(part);
    if (at >= 0) rest = rest.slice(at + part.length);
    return at < 0;
  });
}

/** Sentences are phrases of the bot's. */
function notSaid(code: string): string[] {
  const phrases = Object.values(languages.en.dialog).flatMap((phrase) => phrase.split(/\{\w+\}/));
  const [said = ""] = /^ {2}\S[\s\S]*?\n\n/m.exec(code) ?? [];
  const sentences = inOneLine(said).split(/(?<=\.) (?=An )/);
  return sentences.filter(
    (sentence) => !phrases.some((phrase) => phrase && sentence.endsWith(phrase)),
  );
}

/** Lines of a report are those of the rules. */
function notInRules(code: string): string[] {
  const known = rules.flatMap(({ id, group, words: { en } }) => [
    group,
    `${id} ${en.title}`,
    `why ${en.why}`,
    `fix ${en.fix}`,
  ]);
  return code
    .split("\n")
    .map((line) => inOneLine(line.replace(/^\s+[✓✗]|\s+\d+ ms$/g, "")))
    .filter((line) => line && !line.startsWith("Sent ") && !known.includes(line));
}

function notInGrammar(code: string): string[] {
  const grammar = "packages/meetbot/training/grammar/en";
  const slots = { name: "slots.txt", text: read(`${grammar}/slots.txt`) };
  const { templates } = parseGrammar([slots, { name: "package_track--page.txt", text: code }]);
  return templates.length === 2 ? [] : [`${templates.length} templates`];
}

/** Returns the header names, field names and type in the block that the team's webhook does not get. */
function notAnAlert(code: string): string[] {
  const [head = "", body = ""] = code.split("\n\n");
  const sender = read("packages/meetbot/src/features/alerts/kinds/webhook.ts");
  const { type, data, ...rest } = JSON.parse(body);
  const types = read("docs/alerts.md").split("## A webhook of yours")[0] ?? "";
  const names = [...Object.keys(data), ...Object.keys(rest)].filter((name) => name !== "reason");
  return [
    ...head.split("\n").map((line) => line.split(":")[0] ?? ""),
    ...names.map((name) => `${name}:`),
  ]
    .filter((name) => !sender.includes(name))
    .concat(types.includes(type) ? [] : [type]);
}

/** What the strictest policy of the widget's own test allows, and pictures. */
function notInPolicy(code: string): string[] {
  const tried = read("packages/widget/test/loader.test.ts");
  const names = code.split("\n").map((line) => line.split(" ")[0] ?? "");
  return names.filter((name) => name && name !== "img-src" && !tried.includes(name));
}
