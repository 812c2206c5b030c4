import assert from "node:assert/strict";
import { test } from "node:test";
import { Command } from "commander";
import { addCommands } from "./commands.ts";

async function namesOf(word?: string): Promise<string[]> {
  const program = new Command();
  await addCommands(program, word);
  return program.commands.map((command) => command.name());
}

test("the name of a command loads that command and no other, whatever else is said loads all", async () => {
  const all = await namesOf();
  assert(all.length > 10);
  for (const name of all) assert.deepEqual(await namesOf(name), [name]);
  for (const other of ["help", "--help", "nosuch", "constructor"]) {
    assert.deepEqual(await namesOf(other), all);
  }
  assert.deepEqual(await namesOf("--version"), []);
});
