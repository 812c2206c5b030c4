import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { parseEnv } from "node:util";
import { createMachine } from "../../../test/fixtures/machine.ts";
import { readConfig } from "../../config.ts";

test("init writes a file for its owner alone, with which serve and bot create run, and never writes over it", async (t) => {
  const machine = createMachine(t);
  const file = join(dirname(machine.dataDir), "meetbot.env");
  const place = ["--data", machine.dataDir, "--url", "https://chat.example.com"];
  const shop = ["--shop", "Peter's Apparel", "--webhook", "http://127.0.0.1:4720/meetbot"];
  const { code, stdout } = await machine.run(["init", "--yes", ...place, ...shop]);
  assert.equal(code, 0);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const written = readFileSync(file, "utf8");
  assert.partialDeepStrictEqual(readConfig(parseEnv(written)), {
    dataDir: machine.dataDir,
    publicUrl: "https://chat.example.com",
    outboundAllow: ["127.0.0.1:4720"],
  });

  const [serve, create] = stdout.split("\n").slice(-3);
  assert.equal(serve, "  npx meetbot serve --env-file meetbot.env");
  assert.equal(
    create,
    "  npx meetbot bot create --env-file meetbot.env --name 'Peter'\\''s Apparel' --endpoint http://127.0.0.1:4720/meetbot",
  );
  const server = await machine.start(["serve", "--env-file", "meetbot.env", "--port", "0"]);
  assert.match(server.printed.stdout, /https:\/\/chat\.example\.com\/console\/welcome#/);

  const again = await machine.run(["init", "--yes"]);
  assert.equal(again.code, 1);
  assert.match(again.stderr, /meetbot\.env is there already/);
  assert.equal(readFileSync(file, "utf8"), written);
});

test("a database of the operator's has a new master key beside it", async (t) => {
  const machine = createMachine(t);
  const file = join(dirname(machine.dataDir), "own.env");
  const database = "postgres://meetbot:password@db.example.com/meetbot";
  const args = ["init", "--yes", "--file", "own.env", "--database-url", database];
  assert.equal((await machine.run(args)).code, 0);
  const { databaseUrls, masterKey } = readConfig(parseEnv(readFileSync(file, "utf8")));
  assert.deepEqual(databaseUrls, [database]);
  assert.equal(Buffer.from(masterKey ?? "", "base64").length, 32);
});

test("where nobody can be asked, or a server would not start, init says why and writes nothing", async (t) => {
  const machine = createMachine(t);
  const file = join(dirname(machine.dataDir), "meetbot.env");
  const refused: [args: string[], code: number, said: RegExp][] = [
    [[], 2, /Nobody can be asked here.*--yes/],
    [["--yes", "--port", "http"], 1, /MEETBOT_PORT must be a port number/],
    [["--yes", "--smtp-url", "smtp://mail.example.com"], 1, /MEETBOT_MAIL_FROM is missing/],
    [["--yes", "--webhook", "http://169.254.169.254/"], 1, /metadata_address/],
    [["--yes", "--webhook", "shop"], 1, /Nothing was written/],
  ];
  for (const [args, code, said] of refused) {
    const finished = await machine.run(["init", ...args]);
    assert.equal(finished.code, code, args.join(" "));
    assert.match(finished.stderr, said);
    assert.throws(() => statSync(file), /ENOENT/);
  }
});
