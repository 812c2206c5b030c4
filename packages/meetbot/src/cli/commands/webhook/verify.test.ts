import assert from "node:assert/strict";
import { after, test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import { createMachine } from "../../../../test/fixtures/machine.ts";

// `meetbot sign` and `meetbot verify` as a script uses them: by what they print and how they end.

const machine = createMachine({ after });
const secret = newSecret();
/** No text: white space, a NUL and a byte that is no UTF-8. */
const body = Buffer.from('{"a": "\u00e9\u0000"}\r\n \xff', "latin1");
const now = "1764000000";

async function sign(...options: string[]): Promise<string[]> {
  const args = ["sign", "--secret", secret, "--now", now, ...options];
  const { code, stdout, stderr } = await machine.run(args, { input: body });
  assert.deepEqual([code, stderr], [0, ""]);
  return stdout.trimEnd().split("\n");
}

function verify(input: Buffer, headers: string[], ...options: string[]) {
  const given = headers.flatMap((header) => ["--header", header]);
  return machine.run(["verify", ...given, ...options], { input });
}

test("what was signed is valid, byte for byte, and exits with 0", async () => {
  const headers = await sign("--id", "test_1");
  assert.deepEqual(
    headers.map((header) => header.split(": ")[0]),
    ["x-hub-signature", "webhook-id", "webhook-timestamp", "webhook-signature"],
  );
  assert.equal(headers[1], "webhook-id: test_1");
  const valid = { code: 0, stdout: "valid\n", stderr: "" };
  assert.deepEqual(await verify(body, headers, "--secret", secret, "--now", now), valid);
  const rotated = ["--secret", newSecret(), "--secret", secret, "--now", now];
  assert.deepEqual(await verify(body, headers, ...rotated), valid);
});

test("what is not what was signed is invalid, says why, and exits with 1", async () => {
  const headers = await sign();
  const at = (moment: string, ...given: string[]) => [
    "--secret",
    secret,
    "--now",
    moment,
    ...given,
  ];
  const other = Buffer.concat([body, Buffer.from("\n")]);
  const wrong: [verifying: ReturnType<typeof verify>, reason: RegExp][] = [
    [verify(other, headers, ...at(now)), /another body or another secret.* without the line break/],
    [verify(body, headers, "--secret", newSecret(), "--now", now), /another secret/],
    [verify(body, headers, ...at("1764009999")), /too old/],
    [verify(body, headers, ...at("1763990000")), /in the future/],
    [verify(body, [], ...at(now)), /missing/],
    [verify(body, ["x-hub-signature: sha256=12"], ...at(now, "--legacy")), /form/],
    [verify(body, headers.slice(0, 1), ...at(now)), /--legacy accepts/],
  ];
  for (const [verifying, reason] of wrong) {
    const { code, stdout, stderr } = await verifying;
    assert.deepEqual([code, stderr], [1, ""]);
    assert.match(stdout, reason);
    assert.match(stdout, /^invalid: [^\n]+\n$/);
  }
});

test("with --url the host that it was sent to is signed, and looked at", async () => {
  const url = "https://shop.example/meetbot";
  const plain = await sign("--id", "test_1");
  const headers = await sign("--id", "test_1", "--url", url);
  assert.deepEqual(headers.slice(0, 4), plain);
  assert.match(headers[4] ?? "", /^meetbot-endpoint-signature: v1,[A-Za-z0-9+/]{43}=$/);
  const at = ["--secret", secret, "--now", now];
  const said = async (given: string[], ...options: string[]) =>
    (await verify(body, given, ...at, ...options)).stdout;
  assert.equal(await said(headers), "valid\n");
  assert.equal(await said(headers, "--url", "https://old.example", "--url", url), "valid\n");
  assert.match(await said(headers, "--url", "https://relay.example"), /^invalid: .*another host/);
  assert.match(await said(plain, "--url", url), /^invalid: .*no Meetbot-Endpoint-Signature/);
});

test("--legacy accepts X-Hub-Signature alone, however its name is written", async () => {
  const [hub = ""] = await sign();
  const written = [hub, hub.replace("x-hub-signature", "X-Hub-Signature"), ` ${hub} `];
  const verifying = written.map((header) => verify(body, [header], "--secret", secret, "--legacy"));
  for (const { code } of await Promise.all(verifying)) assert.equal(code, 0);
});

test("without --secret the secrets of the environment are used, as a webhook has them", async () => {
  const env = { MEETBOT_SIGNING_SECRET: `${secret},${newSecret()}` };
  const signed = await machine.run(["sign", "--id", "test_1", "--now", now], { input: body, env });
  assert.deepEqual([signed.code, signed.stderr], [0, ""]);
  const headers = signed.stdout.trimEnd().split("\n");
  assert.deepEqual(headers, await sign("--id", "test_1"));
  const given = headers.flatMap((header) => ["--header", header]);
  const other = { MEETBOT_SIGNING_SECRET: `${newSecret()},${secret}` };
  const args = ["verify", ...given, "--now", now];
  assert.equal((await machine.run(args, { input: body, env: other })).code, 0);
  const stranger = { MEETBOT_SIGNING_SECRET: newSecret() };
  assert.equal((await machine.run(args, { input: body, env: stranger })).code, 1);
});

test("wrong use exits with 2 and names the option", async () => {
  const wrong: [args: string[], named: RegExp][] = [
    [["sign"], /--secret/],
    [["sign", "--secret", ""], /--secret/],
    [["sign", "--secret", secret, "--now", "noon"], /--now/],
    [["sign", "--secret", secret, "--url", "shop.example"], /--url/],
    [["verify"], /--secret/],
    [["verify", "--header", "a: b"], /--secret/],
    [["verify", "--secret", secret, "--header", "x-hub-signature"], /--header/],
    [["verify", "--secret", secret, "--now", "1.5"], /--now/],
    [["verify", "--secret", secret, "--loud"], /--loud/],
    [["verify", "--secret", secret, "body.json"], /body\.json/],
  ];
  const runs = wrong.map(async ([args, named]) => {
    const { code, stdout, stderr } = await machine.run(args, { input: body });
    assert.deepEqual([code, stdout], [2, ""], args.join(" "));
    assert.match(stderr, named);
  });
  await Promise.all(runs);
});
