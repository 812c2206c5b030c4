import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { newSecret } from "@meetbot/sdk";
import { type PushDoorServer, startPushDoor } from "../../sdk/test/push-door.ts";
import { skipWithout } from "../../sdk/test/skip-without.ts";
import { type GuideWebhook, readGuidePushes } from "./fixtures/guide.ts";

// Every program of the merchant guide that pushes, run as the guide says, at a door that verifies
// and reads as the protocol does.

const programs = readGuidePushes();
const secret = newSecret();
const modules = fileURLToPath(new URL("../../../node_modules", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "meetbot-pushes-"));
let door: PushDoorServer;

before(async () => {
  door = await startPushDoor(secret);
  symlinkSync(modules, join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
});
after(async () => {
  await door[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => door.pushes.clear());

test("the guide pushes with the SDK, and without it in four languages", () => {
  const names = programs.map(({ name }) => name);
  assert.deepEqual(names, ["push.js", "push.php", "push.py", "Push.java", "push.go"]);
});

for (const program of programs) {
  const skip = skipWithout(...program.needs);

  test(`${program.name} of the guide pushes once what happened once`, { skip }, async () => {
    const startMs = Math.floor(Date.now() / 1000) * 1000;
    const { code, output } = await run(program, secret);
    assert.deepEqual([code, output.trim()], [0, "accepted"]);
    const [push, ...more] = door.pushes.values();
    assert.ok(push?.method === "package.changed" && more.length === 0);
    assert.deepEqual(push.recipient, { orderNumber: "PA7K2Q9XW4TP" });
    assert.deepEqual([push.packageNumber, push.status], ["PA7K2Q9XW4TP-1", "out_for_delivery"]);
    assert.ok(push.occurredAt >= startMs && push.occurredAt <= Date.now());
    assert.equal(door.knocks.at(-1)?.id, push.id);
  });

  test(`${program.name} of the guide fails aloud with another secret`, { skip }, async () => {
    const { code, output } = await run(program, newSecret());
    assert.notEqual(code, 0);
    assert.doesNotMatch(output, /accepted/);
    assert.equal(door.pushes.size, 0);
  });
}

/** Runs the command of the guide, with an address, a bot and a secret of the test. */
async function run({ command, files }: GuideWebhook, pushSecret: string) {
  for (const [file, code] of files) writeFileSync(join(folder, file), code);
  const line = command.replace("whsec_…", pushSecret).replace("https://chat.example.com", door.url);
  const { PATH = "", HOME = folder } = process.env;
  const child = spawn("sh", ["-c", `exec env ${line}`], {
    cwd: folder,
    env: {
      PATH: [dirname(process.execPath), PATH].join(delimiter),
      HOME,
      TMPDIR: folder,
      NODE_OPTIONS: "--conditions=meetbot-source --disable-warning=ExperimentalWarning",
      GOTOOLCHAIN: "local",
      GOFLAGS: "-mod=mod",
    },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, "close");
  return { code, output };
}
