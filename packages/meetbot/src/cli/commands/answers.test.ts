import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createDatabaseEnv } from "../../../test/fixtures/database-env.ts";
import { createMachine } from "../../../test/fixtures/machine.ts";

const machine = createMachine({ after }, await createDatabaseEnv({ after }));
const folder = await mkdtemp(join(tmpdir(), "meetbot-answers-"));
const endpoint = "https://shop.example.com/meetbot";
const created = await machine.run([
  "bot",
  "create",
  "--name",
  "Shop",
  "--endpoint",
  endpoint,
  "--json",
]);
const { bot_id: bot } = JSON.parse(created.stdout);
const file = join(folder, "answers.yaml");

const answers = (command: string, ...args: string[]) =>
  machine.run(["answers", command, "--bot", bot, ...args]);

test("answers go out into a file and come back from it, and the command says what changes", async () => {
  assert.equal((await answers("export", file)).code, 0);
  const text = await readFile(file, "utf8");
  assert.match(text, /^# What a bot of Meetbot answers/);
  const other = text
    .replace("answers: {}", "answers:\n  returns:\n    texts:\n      en:\n        text: 30 days.")
    .replace("taught: []", "taught:\n  - text: my stuff\n    meaning: order");
  await writeFile(file, other);

  const checked = await answers("import", "--check", file);
  assert.match(checked.stdout, /^It would change 1 answer, 1 example; nothing is changed\./);
  const imported = await answers("import", file);
  assert.match(imported.stdout, /^Changed: 1 answer, 1 example\. Live as version 1/);
  assert.match((await answers("import", file)).stdout, /^Nothing changes/);
  assert.match((await answers("export")).stdout, /text: 30 days\./);
});

test("a file does not replace what was saved since it was exported, unless it is forced", async () => {
  const old = await readFile(file, "utf8");
  await writeFile(file, old.replace("30 days.", "60 days."));
  const late = await answers("import", file);
  assert.equal(late.code, 1);
  assert.match(late.stderr, /changed since by .+ at .+\. Export again, or import with --force/);
  assert.match((await answers("import", "--force", file)).stdout, /^Changed: 1 answer/);
});

test("a file with a fault changes nothing, and its line is named", async () => {
  await writeFile(file, "answers:\n  returns:\n    texts:\n      en:\n        text: Hi {you}\n");
  const { code, stderr } = await answers("import", file);
  assert.equal(code, 1);
  assert.match(stderr, /Nothing is changed\. Line 5: There is no variable \{you\}/);
  const other = await machine.run(["answers", "export", "--bot", "bot_none"]);
  assert.equal(other.code, 1);
});
