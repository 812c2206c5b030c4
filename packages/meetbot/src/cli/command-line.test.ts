import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { before, test } from "node:test";
import { Command, type Option } from "commander";
import { ConfigError, readConfig } from "../config.ts";
import { addCommands } from "./commands.ts";

const docs = new URL("../../../../docs/", import.meta.url);
/** A page of the docs: how it begins, and each text of the commands' help in its language. */
interface CommandLinePage {
  url: URL;
  head: string;
  told: (text: string) => string;
  usual: (value: string | number) => string;
}

const chinese: Record<string, string> = JSON.parse(
  readFileSync(new URL("command-line.zh.json", import.meta.url), "utf8"),
);

const inEnglish: CommandLinePage = {
  url: new URL("command-line.md", docs),
  told: (text) => text,
  usual: (value) => `; default: ${value}`,
  head: `# Command line

For operators and developers: every command of \`meetbot\` with all of its options, as \`npx meetbot help <command>\`
shows them. In a checkout, run commands with \`npx meetbot\` in its folder.

The [environment](install.md#environment) names the server and the data. \`--env-file <file>\`, an option of every
command but \`init\`, first reads \`MEETBOT_…\` variables from a file, as \`meetbot init\` writes it; variables of the shell
win. \`--version\` prints the version, \`--help\` a command's options.

- Exit code 0: done. 1: failed. 2: the call was wrong (\`test\`: it could not run).
- Standard output has what a program reads, standard error the log and what else a person should know. The log is plain
  text on a terminal, elsewhere JSON lines.
`,
};

const inChinese: CommandLinePage = {
  url: new URL("zh/command-line.md", docs),
  told: (text) => chinese[text] ?? text,
  usual: (value) => `；默认：${value}`,
  head: `# 命令行

给管理员和开发者：\`meetbot\` 的全部命令和选项，由命令自己的说明生成；\`npx meetbot help <command>\` 显示的是英文。在仓库里用 \`npx meetbot\` 执行，要在它的目录里。

命令针对哪个服务器、数据在哪里，由[环境变量](install.md#环境变量)决定。除了 \`init\`，每条命令都有选项 \`--env-file <file>\`：先从文件里读 \`MEETBOT_…\` 变量，文件就是 \`meetbot init\` 写出的那种；shell 里的变量优先。\`--version\` 打印版本，\`--help\` 打印一条命令的全部选项。

- 退出码 0：做到了。1：没做到。2：命令写得不对（\`test\`：没能运行）。
- 给程序读的在标准输出；日志和给人看的在标准错误。在终端上日志是文字，在别处是一行行 JSON。
`,
};

const program = new Command("meetbot");
before(() => addCommands(program));

/** A command, or those below it, with all words by which it is called. */
function leavesOf(command: Command, words: readonly string[] = []): [string, Command][] {
  const all = [...words, command.name()];
  if (command.commands.length === 0) return [[all.join(" "), command]];
  return command.commands.flatMap((below) => leavesOf(below, all));
}

const inCell = (text: string) => text.replaceAll("|", "\\|").replaceAll(/<([^>]*)>/g, "‹$1›");

function rowOf(page: CommandLinePage, { flags, description, defaultValue }: Option): string {
  const isTold =
    typeof defaultValue === "number" || (typeof defaultValue === "string" && defaultValue !== "");
  const usual = isTold && !description.includes("default:") ? page.usual(defaultValue) : "";
  return `| \`${flags.replaceAll("|", "\\|")}\` | ${inCell(page.told(description))}${usual} |`;
}

/** A page describes a command's arguments that have a text, and its options. */
const argumentsOf = (command: Command) =>
  command.registeredArguments.filter(({ description }) => description);
const optionsOf = (command: Command) =>
  command.options.filter(({ long, hidden }) => !hidden && long !== "--env-file");

function sectionOf(page: CommandLinePage, [name, command]: [string, Command]): string {
  const given = command.registeredArguments;
  const usage = given.map((one) => (one.required ? `<${one.name()}>` : `[${one.name()}]`));
  const told = argumentsOf(command);
  const options = optionsOf(command);
  return [
    `## ${name.replace(/^meetbot /, "")}`,
    "",
    inCell(page.told(command.description())),
    "",
    "```text",
    [name, ...usage, ...(options.length > 0 ? ["[options]"] : [])].join(" "),
    "```",
    ...(told.length + options.length > 0 ? ["", "| | |", "|---|---|"] : []),
    ...told.map((one) => `| \`${one.name()}\` | ${inCell(page.told(one.description))} |`),
    ...options.map((option) => rowOf(page, option)),
    "",
  ].join("\n");
}

const leaves = () => program.commands.flatMap((command) => leavesOf(command, ["meetbot"]));

// UPDATE_DOCS=1 writes the pages.
for (const page of [inEnglish, inChinese]) {
  const name = page.url.pathname.replace(/.*\/docs\//, "docs/");
  test(`${name} has every command with every option`, () => {
    assert(leaves().length > 40);
    const written = [page.head, ...leaves().map((leaf) => sectionOf(page, leaf))].join("\n");
    if (process.env.UPDATE_DOCS) writeFileSync(page.url, written);
    assert.equal(existsSync(page.url) && readFileSync(page.url, "utf8"), written);
  });
}

test("the list of commands has each command's line in the help", () => {
  const url = new URL("command-list.json", import.meta.url);
  const help = program.createHelp();
  const list = program.commands.map((command) => ({
    term: help.subcommandTerm(command),
    description: help.subcommandDescription(command),
  }));
  const written = `${JSON.stringify(list, null, 2)}\n`;
  if (process.env.UPDATE_DOCS) writeFileSync(url, written);
  assert.equal(readFileSync(url, "utf8"), written, "UPDATE_DOCS=1 writes it");
});

test("each text of the commands' help has Chinese words in command-line.zh.json, and none has them that is gone", () => {
  const texts = leaves().flatMap(([, command]) =>
    [command, ...argumentsOf(command), ...optionsOf(command)].map((one) =>
      one instanceof Command ? one.description() : one.description,
    ),
  );
  const missing = texts.filter((text) => !/\p{Script=Han}/u.test(chinese[text] ?? ""));
  assert.deepEqual([...new Set(missing)], [], "translate these");
  const known = new Set(texts);
  assert.deepEqual(
    Object.keys(chinese).filter((text) => !known.has(text)),
    [],
    "take these out",
  );
});

test("a page of the docs has every variable that Meetbot knows", () => {
  const pages = ["install.md", "sign-in.md"];
  const guide = pages.map((page) => readFileSync(new URL(page, docs), "utf8")).join("\n");
  const known = (): string[] => {
    try {
      readConfig({ MEETBOT_NO_SUCH: "1" });
    } catch (error) {
      if (error instanceof ConfigError) return error.message.match(/MEETBOT_\w+/g) ?? [];
    }
    return [];
  };
  const names = known().filter((name) => name !== "MEETBOT_NO_SUCH");
  assert(names.length > 20);
  assert.deepEqual(
    names.filter((name) => !guide.includes(`\`${name}\``)),
    [],
  );
});
