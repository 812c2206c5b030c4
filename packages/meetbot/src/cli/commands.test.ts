import assert from "node:assert/strict";
import { test } from "node:test";
import { Command } from "commander";
import { addCommands, addNamedCommand } from "./commands.ts";

async function namesFor(line: string): Promise<string[]> {
  const program = new Command();
  await addNamedCommand(program, line.split(" "));
  return program.commands.map((command) => command.name());
}

test("a command that is named is added and no other; whatever else is said adds all of them", async () => {
  const program = new Command();
  await addCommands(program);
  const all = program.commands.map((command) => command.name());
  assert(all.length > 10);
  for (const name of all) {
    for (const line of [name, `help ${name}`, `--help ${name}`]) {
      assert.deepEqual(await namesFor(line), [name], line);
    }
  }
  for (const other of ["", "help", "--help", "--version", "nosuch", "constructor"]) {
    assert.deepEqual(await namesFor(other), all, other);
  }
});
