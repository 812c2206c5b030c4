import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { before, test } from "node:test";
import { Command, type Option } from "commander";
import { ConfigError, readConfig } from "../config.ts";
import { addCommands } from "./commands.ts";

const docs = new URL("../../../../docs/", import.meta.url);
const page = new URL("command-line.md", docs);

const head = `# Command line

Every command of \`meetbot\`, with all of its options. In a checkout they are run by \`npx meetbot\`, in its folder.
This page is written from the commands themselves; \`npx meetbot help <command>\` says the same.

Which server a command is about, and where its data lies, the [environment](install.md#environment) says.
\`--env-file <file>\`, an option of every command but \`init\`, reads \`MEETBOT_…\` variables from a file first, as
\`meetbot init\` writes it; those of the shell win. \`--version\` prints which Meetbot this is, \`--help\` all of a command's options.

A command ends with 0 where it did what was asked, with 1 where it could not, and with 2 where it was called in a way that
means nothing (\`test\`: it could not run). What a program reads is on standard output; what a person should know beside it, and the log, is on standard error.
On a terminal the log is in words, elsewhere JSON lines.
`;

const program = new Command("meetbot");
before(() => addCommands(program));

/** A command, or those below it, with all words by which it is called. */
function leavesOf(command: Command, words: readonly string[] = []): [string, Command][] {
  const all = [...words, command.name()];
  if (command.commands.length === 0) return [[all.join(" "), command]];
  return command.commands.flatMap((below) => leavesOf(below, all));
}

const inCell = (text: string) => text.replaceAll("|", "\\|").replaceAll(/<([^>]*)>/g, "‹$1›");

function rowOf({ flags, description, defaultValue }: Option): string {
  const isTold = typeof defaultValue === "string" || typeof defaultValue === "number";
  const usual = isTold && !description.includes("default:") ? `; default: ${defaultValue}` : "";
  return `| \`${flags.replaceAll("|", "\\|")}\` | ${inCell(description)}${usual} |`;
}

function sectionOf([name, command]: [string, Command]): string {
  const given = command.registeredArguments;
  const usage = given.map((one) => (one.required ? `<${one.name()}>` : `[${one.name()}]`));
  const told = given.filter(({ description }) => description);
  const options = command.options.filter(({ long, hidden }) => !hidden && long !== "--env-file");
  return [
    `## ${name.replace(/^meetbot /, "")}`,
    "",
    inCell(command.description()),
    "",
    "```text",
    [name, ...usage, ...(options.length > 0 ? ["[options]"] : [])].join(" "),
    "```",
    ...(told.length + options.length > 0 ? ["", "| | |", "|---|---|"] : []),
    ...told.map((one) => `| \`${one.name()}\` | ${inCell(one.description)} |`),
    ...options.map(rowOf),
    "",
  ].join("\n");
}

// UPDATE_DOCS=1 writes the page.
test("a page of the docs has every command with every option", () => {
  const leaves = program.commands.flatMap((command) => leavesOf(command, ["meetbot"]));
  assert(leaves.length > 40);
  const written = [head, ...leaves.map(sectionOf)].join("\n");
  if (process.env.UPDATE_DOCS) writeFileSync(page, written);
  assert.equal(existsSync(page) && readFileSync(page, "utf8"), written);
});

test("a page of the docs has every variable that Meetbot knows", () => {
  const guide = readFileSync(new URL("install.md", docs), "utf8");
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
