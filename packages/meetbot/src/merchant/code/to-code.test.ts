import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import type { Recipe } from "@meetbot/conformance/inspection/recipe.ts";
import { toPost, wrongSignature } from "@meetbot/conformance/inspection/recipe.ts";
import { secret } from "@meetbot/conformance/run/shop.fixture.ts";
import { skipWithout } from "../../../../sdk/test/skip-without.ts";
import { type Language, languages, toCode } from "./to-code.ts";

interface Came {
  method: string;
  path: string;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

const folder = mkdtempSync(join(tmpdir(), "meetbot-code-"));
const came: Came[] = [];
const server = createServer(async (request, response) => {
  const { method = "", url: path = "", headers } = request;
  came.push({ method, path, headers: headers as Came["headers"], body: await buffer(request) });
  response.writeHead(418).end("short and stout");
});
let url = "";

before(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a/b?c=d&e='"$x\\`;
});
after(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const programs: Record<Language, { program: string; file: string; run: string[] }> = {
  node: { program: "node", file: "query.mjs", run: [] },
  php: { program: "php", file: "query.php", run: [] },
  python: { program: "python3", file: "query.py", run: [] },
  java: { program: "java", file: "Query.java", run: [] },
  go: { program: "go", file: "query.go", run: ["run"] },
};

const id = "order_list_Zk3Qy8vT1mXc9LwB";
const text = `{"request":{"id":"${id}"},"params":{"user_account":"zoë'\\"\\\\n$HOME \`x\` 👩‍👩 \${x} %s #{y} \\u2028/@shop.example"}}`;

/** A request of each kind that a run can hold. */
const recipes: Record<string, Recipe> = {
  "as Meetbot sends it": { id, body: text },
  "unsigned and padded": { id, body: text, signedWith: "nothing", paddingBytes: 5_000 },
  "with a wrong secret, ten minutes ago": { id, body: text, signedWith: "other_secret", ageS: 600 },
  "hashed, over another body": { id, body: text, signedWith: "hash", signedBody: "{}", ageS: -600 },
  "with changed headers": {
    id,
    body: text,
    wrongFirst: true,
    headers: { "webhook-id": null, "x-hub-signature": "sha256=12" },
  },
  "with X-Hub-Signature alone": {
    id,
    body: text,
    headers: { "webhook-id": null, "webhook-timestamp": null, "webhook-signature": null },
  },
  "with a wrong webhook-signature and no time": {
    id,
    body: text,
    headers: { "webhook-signature": wrongSignature, "webhook-timestamp": null },
  },
  "a GET": { id, body: "", method: "GET" },
};

async function runProgram(language: Language, code: string): Promise<string> {
  const { program, file, run } = programs[language];
  const path = join(folder, file);
  writeFileSync(path, code);
  const { PATH, HOME, GOCACHE } = process.env;
  const env = { PATH, HOME, GOCACHE, LANG: "C.UTF-8", MEETBOT_SIGNING_SECRET: secret };
  const { stdout } = await promisify(execFile)(program, [...run, path], { env, cwd: folder });
  return stdout;
}

/** What the recipe asks for, with the id and the time that the program has taken. */
function expected(recipe: Recipe, { headers, body }: Came): ReturnType<typeof toPost> {
  const renewed = headers["webhook-id"] ?? /"id":"([^"]+)"/.exec(String(body))?.[1] ?? id;
  const again = JSON.parse(JSON.stringify(recipe).replaceAll(id, renewed)) as Recipe;
  const nowS = Number(headers["webhook-timestamp"] ?? 0) + (recipe.ageS ?? 0);
  return toPost(again, { url, secret, nowS });
}

const signatureHeaders = [
  "webhook-id",
  "webhook-timestamp",
  "webhook-signature",
  "x-hub-signature",
  "meetbot-endpoint-signature",
  "content-type",
];

describe("a program in each language sends the same again, byte for byte, signed anew", () => {
  for (const language of languages) {
    const skip = skipWithout(programs[language].program);
    for (const [name, recipe] of Object.entries(recipes)) {
      it(`${language}: ${name}`, { skip }, async () => {
        came.length = 0;
        const code = toCode({ recipe, url, twice: false })[language];
        assert(!code.includes(secret.slice(6)), "the secret stays in the environment");
        const printed = await runProgram(language, code);
        assert.match(printed, /418/);
        assert.match(printed, /short and stout/);
        const [one] = came;
        assert(one && came.length === 1);
        const post = expected(recipe, one);
        assert.equal(one.method, recipe.method ?? "POST");
        assert.equal(one.path, "/a/b?c=d&e=%27%22$x%5C");
        if (recipe.method === undefined) assert.deepEqual(one.body, post.body);
        for (const header of signatureHeaders) {
          assert.equal(one.headers[header], post.headers[header], header);
        }
        const nowS = Date.now() / 1_000;
        const signedS = Number(one.headers["webhook-timestamp"] ?? nowS) + (recipe.ageS ?? 0);
        assert(Math.abs(nowS - signedS) < 60, "signed with the time of now");
      });
    }

    it(`${language}: the very bytes twice`, { skip }, async () => {
      came.length = 0;
      const recipe: Recipe = { id, body: text };
      await runProgram(language, toCode({ recipe, url, twice: true })[language]);
      const [one, other] = came;
      assert.equal(came.length, 2);
      assert.deepEqual(
        { ...other?.headers, connection: null, "content-length": null },
        { ...one?.headers, connection: null, "content-length": null },
      );
      assert.notEqual(one?.headers["webhook-id"], id, "an id that was not seen before");
    });
  }

  it("says what is missing where the secret is not set", {
    skip: skipWithout("python3"),
  }, async () => {
    const { python } = toCode({ recipe: { id, body: text }, url, twice: false });
    const path = join(folder, "query.py");
    writeFileSync(path, python);
    const running = promisify(execFile)("python3", [path], { env: { PATH: process.env.PATH } });
    await assert.rejects(running, /MEETBOT_SIGNING_SECRET/);
    assert(!python.includes(wrongSignature));
  });
});
