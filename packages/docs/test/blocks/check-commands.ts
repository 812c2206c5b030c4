import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { addCommands } from "../../../meetbot/src/cli/commands.ts";
import { root } from "../../src/site.ts";

/** Programs of others that pages tell to call, as they are called. */
const systemPrograms = new Set(
  [
    "cat chmod chown cp curl debootstrap echo export grep head install mkdir mv printf scp sha256sum tar umask useradd",
    "apt apt-get docker go java journalctl kubectl node openssl patronictl php podman psql python3 runuser sudo systemctl",
  ].flatMap((line) => line.split(" ")),
);

const program = new Command("meetbot");
await addCommands(program);

/** What is wrong with a command of a page, if anything: a word of Meetbot's or npm's that is not there. */
export function faultOf(words: readonly string[]): string | undefined {
  const [name = "", ...rest] = words;
  if (name === "npx" && rest[0] === "meetbot") return faultOfMeetbot(rest.slice(1));
  if (name === "npx" && rest[0] === "@meetbot/conformance") {
    return faultOfMeetbot(["test", ...rest.slice(1)]);
  }
  if (name === "meetbot") return faultOfMeetbot(rest);
  if (name === "npm") return faultOfNpm(rest);
  const script = rest.find((word) => !word.startsWith("-"));
  if (name === "node" && script?.includes("/")) {
    if (!existsSync(join(root, script))) return `${script} is not there`;
    return script === "packages/meetbot/bin/meetbot.js" ? faultOfMeetbot(rest.slice(1)) : undefined;
  }
  if (name.includes("/")) return existsSync(join(root, name)) ? undefined : `${name} is not there`;
  return systemPrograms.has(name) ? undefined : `${name} is a program that no page has called yet`;
}

/** Reads the words as the command line does, without doing what they say. */
function faultOfMeetbot(words: readonly string[]): string | undefined {
  let command = program;
  const rest = [...words];
  while (command.commands.length > 0) {
    const below = command.commands.find((one) => one.name() === rest[0]) ?? usualOf(command);
    if (!below) return `meetbot has no command ${words.join(" ")}`;
    if (below.name() === rest[0]) rest.shift();
    command = below;
  }
  const called = `meetbot ${words.join(" ")}`;
  const lacking = command.options.find(
    ({ mandatory, long, short }) =>
      mandatory && !rest.some((word) => word === long || word === short),
  );
  if (lacking) return `${called}: ${lacking.long} is missing`;
  command.exitOverride().configureOutput({ writeErr() {} });
  try {
    const { operands, unknown } = command.parseOptions(rest);
    if (unknown.length > 0) return `${called}: ${unknown.join(" ")} is no option`;
    return (
      faultOfArguments(command, operands) && `${called}: ${faultOfArguments(command, operands)}`
    );
  } catch (error) {
    return `${called}: ${error instanceof Error ? error.message : error}`;
  }
}

/** The command that is meant where none is named. */
function usualOf(command: Command): Command | undefined {
  const { _defaultCommandName: name } = command as Command & { _defaultCommandName?: string };
  return command.commands.find((one) => one.name() === name);
}

function faultOfArguments({ registeredArguments: known }: Command, given: readonly string[]) {
  const least = known.filter(({ required }) => required).length;
  const isMany = known.some(({ variadic }) => variadic);
  if (given.length < least) return `<${known[given.length]?.name()}> is missing`;
  if (!isMany && given.length > known.length) return `${given.at(-1)} is one word too many`;
  return undefined;
}

const scripts: object = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts;

/** npm's own words that pages use, and the scripts and files that they name. */
function faultOfNpm([word = "", ...rest]: readonly string[]): string | undefined {
  const workspaces = rest.flatMap((one) => /^--workspace=(.*)$/.exec(one)?.[1] ?? []);
  const lost = workspaces.find((one) => !isPackage(one));
  if (lost) return `npm has no workspace ${lost}`;
  if (word === "run" && workspaces.length === 0 && !Object.hasOwn(scripts, rest[0] ?? "")) {
    return `npm run ${rest[0]} is no script`;
  }
  const missing =
    word === "test" && rest.find((one) => one.includes("/") && !existsSync(join(root, one)));
  if (missing) return `npm test: ${missing} is not there`;
  const known = ["ci", "install", "pack", "run", "start", "test"];
  return known.includes(word) ? undefined : `npm ${word} is a word that no page has used yet`;
}

const isPackage = (name: string) =>
  existsSync(join(root, "packages", name.replace("@meetbot/", ""), "package.json"));
