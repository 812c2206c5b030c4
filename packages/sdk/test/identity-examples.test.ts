import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { newSecret } from "@meetbot/sdk";
import { verifyIdentity } from "../../meetbot/src/identity/verify-identity.ts";
import { skipWithout } from "./skip-without.ts";

const sdk = fileURLToPath(new URL("..", import.meta.url));
const identitySecret = newSecret();
const botId = "bot_1";
const account = 'zoë+"单"/👕@meetbot.biz';

const node = [process.execPath, "--conditions=meetbot-source"] as const;
/** Programs of a shop that have pasted the example, and print its token for $ACCOUNT. */
const examples: [file: string, program: readonly string[]][] = [
  [
    "sign-identity.js",
    [
      ...node,
      "--input-type=module",
      "--eval",
      'import { identityToken } from "./examples/sign-identity.js"; console.log(identityToken(process.env.ACCOUNT));',
    ],
  ],
  [
    "sign-identity.py",
    [
      "python3",
      "-c",
      'import os, runpy; print(runpy.run_path("examples/sign-identity.py")["identity_token"](os.environ["ACCOUNT"]))',
    ],
  ],
  [
    "sign-identity.php",
    ["php", "-r", 'require "examples/sign-identity.php"; echo identity_token(getenv("ACCOUNT"));'],
  ],
];

for (const [file, program] of examples) {
  const skip = skipWithout(program[0] ?? "");

  test(`the token of ${file} vouches for the account, verbatim`, { skip }, () => {
    const { status, stdout, stderr } = run(program);
    assert.equal(status, 0, stderr ?? `${program[0]} is not on the PATH: install it`);
    assert.equal(accountOf(stdout.trim()), account);
  });

  test(`${file} makes no token where nobody is signed in`, { skip }, () => {
    const { status, stdout } = run(program, { ACCOUNT: "" });
    assert.equal(typeof status === "number" && status > 0, true);
    assert.doesNotMatch(stdout, /eyJ/);
  });

  test(`${file} makes no token without the secret, and says so`, { skip }, () => {
    const { status, stdout, stderr } = run(program, { MEETBOT_IDENTITY_SECRET: "" });
    assert.equal(typeof status === "number" && status > 0, true);
    assert.match(`${stdout}${stderr}`, /MEETBOT_IDENTITY_SECRET|identity secret/);
    assert.doesNotMatch(stdout, /eyJ/);
  });

  test(`${file} is no longer than 25 lines`, () => {
    const lines = readFileSync(`${sdk}examples/${file}`, "utf8").trimEnd().split("\n");
    assert.ok(lines.length <= 25, `${lines.length} lines`);
  });
}

const readme = readFileSync(`${sdk}README.md`, "utf8").split("## Customers who are signed in")[1];
const [server = "", page = ""] = [...(readme ?? "").matchAll(/^```js\n(.*?)^```$/gms)].map(
  ([, code]) => code,
);

test("the README's token vouches for the account, and its page opens a conversation with it", () => {
  const session = `const session = { email: process.env.ACCOUNT };`;
  const chat = `globalThis.fetch = async (_url, { body }) => (console.log(body), Response.json({}));`;
  const program = [session, server, chat, page].join("\n");
  const { stdout, stderr } = run([...node, "--input-type=module", "--eval", program]);
  assert.equal(stderr, "");
  assert.equal(accountOf(JSON.parse(stdout).identity), account);
});

/** Runs a program of the shop's in the SDK's folder; the status is null where it cannot start. */
function run([command = "", ...rest]: readonly string[], changed: Record<string, string> = {}) {
  const shop = {
    MEETBOT_IDENTITY_SECRET: identitySecret,
    MEETBOT_BOT_ID: botId,
    ACCOUNT: account,
  };
  const env = { ...process.env, ...shop, ...changed };
  return spawnSync(command, rest, { cwd: sdk, env, encoding: "utf8" });
}

function accountOf(token: string): string {
  const nowS = Math.floor(Date.now() / 1000);
  const verdict = verifyIdentity(token, { secrets: [identitySecret], botId, nowS });
  return verdict.valid ? verdict.account : verdict.reason;
}
