import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import { createDatabaseEnv } from "../../../../test/fixtures/database-env.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";

const machine = createMachine({ after }, await createDatabaseEnv({ after }));
const folder = await mkdtemp(join(tmpdir(), "meetbot-apply-"));
const file = join(folder, "shop.yaml");
const secret = newSecret();
await writeFile(join(folder, "signing.txt"), `${secret}\n`);
await writeFile(
  file,
  `bots:
  bot_shop:
    settings: { name: Lanterns, endpoint: "https://shop.example/meetbot" }
    secrets: { signing: { file: signing.txt } }
people:
  wei@shop.example: { roles: { bot_shop: editor } }
`,
);

test("a file is tried, applied once, and the same file changes nothing more", async () => {
  const tried = await machine.run(["apply", file, "--dry-run"]);
  assert.equal(tried.code, 0, tried.stderr);
  assert.match(tried.stdout, /^\+ bots\.bot_shop: a new bot\n/);
  assert.match(tried.stdout, /^\+ bots\.bot_shop\.secrets\.signing: set$/m);
  assert.match(
    tried.stdout,
    /^Nothing is changed yet\. Without --dry-run: 5 new \(\+\), 0 changed/m,
  );
  assert(!tried.stdout.includes("/console/welcome#"));
  assert.equal((await machine.run(["bot", "list", "--json"])).stdout, "[]\n");

  const applied = await machine.run(["apply", file]);
  assert.equal(applied.code, 0, applied.stderr);
  assert.match(applied.stdout, /^wei@shop\.example {2}http:\/\/localhost:\d+\/console\/welcome#/m);
  assert(!(tried.stdout + applied.stdout + applied.stderr).includes(secret));
  const again = await machine.run(["apply", file]);
  assert.deepEqual(
    [again.code, again.stdout, again.stderr],
    [0, "Nothing to change: the server is as the file says.\n", ""],
  );
  const { changed, lines } = JSON.parse((await machine.run(["apply", "--json", file])).stdout);
  assert.deepEqual([changed, lines.length], [false, 3]);
});

test("what is exported is applied again, from standard input too, and its secrets may be left to the server", async () => {
  const out = join(folder, "out.yaml");
  assert.equal((await machine.run(["export-config", out])).code, 0);
  const text = await readFile(out, "utf8");
  assert.equal((await machine.run(["export-config"])).stdout, text);
  assert.match(text, /signing:\n\s+env: BOT_SHOP_SIGNING_SECRET$/m);
  assert.match(text, /ask_rating: "off"/);
  const input = text.replace("contact: null", "contact: call us");
  const unset = await machine.run(["apply", "-"], { input });
  assert.equal(unset.code, 1);
  assert.match(unset.stderr, /^standard input:\d+: .*BOT_SHOP_SIGNING_SECRET is not set/m);
  const { stdout } = await machine.run(["apply", "-", "--keep-secrets"], { input });
  assert.match(stdout, /^~ bots\.bot_shop\.settings\.contact: null → "call us"$/m);
});

test("a file that is wrong or not there changes nothing, and it is said where and why", async () => {
  await writeFile(file, "bots:\n  bot_shop:\n    settings: { policy: open }\n");
  const wrong = await machine.run(["apply", file]);
  assert.deepEqual([wrong.code, wrong.stdout], [1, ""]);
  assert.match(wrong.stderr, /shop\.yaml:3: bots\.bot_shop\.settings\.policy: It is one of ladder/);
  const missing = await machine.run(["apply", join(folder, "none.yaml")]);
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, /cannot be read \(ENOENT\)\. meetbot export-config .* writes one/);
});
