import assert from "node:assert/strict";
import { test } from "node:test";
import pino from "pino";
import { createDatabaseEnv } from "../../../test/fixtures/database-env.ts";
import { createMachine, type Machine } from "../../../test/fixtures/machine.ts";
import { readConfig } from "../../config.ts";
import { openStorage } from "../../operations/open-storage.ts";
import type { Store } from "../../store/store.ts";

const who = { name: "Ada", email: "ada@shop.example", password: "correct horse battery" };

/** Opens a link that the command line printed, at the server that runs now. */
async function open(url: string, link: string, body: object = {}) {
  const origin = url.replace("127.0.0.1", "localhost");
  const token = new URL(link).hash.slice(1);
  const response = await fetch(`${origin}/api/auth/one-time-link/open`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: origin },
    body: JSON.stringify({ token, ...body }),
  });
  const cookies = response.headers.getSetCookie().map((one) => one.split(";")[0]);
  await response.body?.cancel();
  const me = await fetch(`${origin}/api/v1/me`, { headers: { Cookie: cookies.join("; ") } });
  return { status: response.status, me: (await me.json()) as Me };
}

interface Me {
  operator: { email: string } | null;
  administrator: boolean;
  roles: { bot_id: string; role: string }[];
}

async function createBot(machine: Machine): Promise<string> {
  const words = ["--name", "Shop", "--endpoint", "http://127.0.0.1:9", "--json"];
  return JSON.parse((await machine.run(["bot", "create", ...words])).stdout).bot_id;
}

const linkLine = /^http:\/\/localhost:\d+\/console\/welcome#[\w-]{43}\n$/;

/** Looks into the machine's own database. */
async function inStore<Result>(
  machine: Machine,
  use: (store: Store) => Promise<Result>,
): Promise<Result> {
  const config = readConfig({ MEETBOT_DATA_DIR: machine.dataDir, ...machine.env });
  const { store, close } = await openStorage(config, pino({ level: "silent" }));
  return use(store).finally(close);
}

test("links let in the first operator, one who is invited, and one who is locked out, beside a server", async (t) => {
  const machine = createMachine(t, await createDatabaseEnv(t));
  const botId = await createBot(machine);
  const { url } = await machine.start(["serve", "--port", "0"]);
  const run = async (...words: string[]) => {
    const { code, stdout, stderr } = await machine.run(["operator", ...words]);
    assert.equal(code, 0, stderr);
    return stdout.trim();
  };
  assert.match(await run("list"), /^No operators yet: npx meetbot operator link$/);

  const first = await run("link");
  assert.match(first, /^http:\/\/localhost:4400\/console\/welcome#[A-Za-z0-9_-]{43}$/);
  const ada = await open(url, first, who);
  assert.deepEqual([ada.status, ada.me.administrator], [200, true]);
  assert.equal((await open(url, first, { ...who, email: "eve@shop.example" })).status, 404);

  const invitation = await run("invite", "Grace@shop.example", "--bot", botId, "--role", "editor");
  const grace = await open(url, invitation, { ...who, name: "Grace", email: "other@shop.example" });
  assert.equal(grace.me.operator?.email, "grace@shop.example");
  assert.deepEqual(grace.me.roles, [{ bot_id: botId, role: "editor" }]);

  const back = await open(url, await run("link", "GRACE@shop.example"));
  assert.deepEqual([back.status, back.me.operator?.email], [200, "grace@shop.example"]);

  assert.match(
    await run("invite", "grace@shop.example", "--administrator"),
    /^grace@shop\.example is an operator already, and may do that now\.$/,
  );
  assert.equal(
    await run("list"),
    "ada@shop.example  Ada  administrator\ngrace@shop.example  Grace  administrator",
  );
  const listed = JSON.parse(await run("list", "--json"));
  assert.deepEqual(
    listed.map(({ email, administrator }: { email: string; administrator: boolean }) => [
      email,
      administrator,
    ]),
    [
      ["ada@shop.example", true],
      ["grace@shop.example", true],
    ],
  );
});

test("the link leads to the server's public address, or to the one that is given", async (t) => {
  const machine = createMachine(t, await createDatabaseEnv(t));
  const env = { MEETBOT_PUBLIC_URL: "https://chat.shop.example" };
  const { stdout } = await machine.run(["operator", "link"], { env });
  assert.match(stdout, /^https:\/\/chat\.shop\.example\/console\/welcome#\S{43}\n$/);
  const words = ["operator", "link", "--url", "https://other.example/any/path"];
  const given = await machine.run(words, { env });
  assert.match(given.stdout, /^https:\/\/other\.example\/console\/welcome#\S{43}\n$/);
});

test("what is said wrongly is refused with what to say, and makes no link", async (t) => {
  const machine = createMachine(t, await createDatabaseEnv(t));
  const { url } = await machine.start(["serve", "--port", "0"]);
  const { stdout } = await machine.run(["operator", "link"]);
  await open(url, stdout.trim(), who);
  const refusals: [string[], number, RegExp][] = [
    [["link", "nobody@shop.example"], 1, /no operator nobody@shop\.example.*operator list/],
    [["link", "--url", "chat.shop.example"], 2, /--url takes a URL such as https:/],
    [["invite", "grace@shop.example"], 2, /--bot ID --role editor, or --administrator/],
    [["invite", "grace@shop.example", "--bot", "bot_1"], 2, /--bot ID --role editor/],
    [["invite", "grace@shop.example", "--bot", "bot_nowhere", "--role", "viewer"], 1, /no bot/],
    [
      ["invite", "grace@shop.example", "--bot", "bot_1", "--role", "boss"],
      2,
      /owner, editor, viewer or agent/,
    ],
  ];
  for (const [words, code, why] of refusals) {
    const ended = await machine.run(["operator", ...words]);
    assert.deepEqual([ended.code, ended.stdout], [code, ""], words.join(" "));
    assert.match(ended.stderr, why);
  }
  const listed = await machine.run(["operator", "list"]);
  assert.equal(listed.stdout, "ada@shop.example  Ada  administrator\n");

  const invited = await machine.run([
    "operator",
    "invite",
    "grace@shop.example",
    "--administrator",
  ]);
  await open(url, invited.stdout.trim(), { ...who, name: "Grace" });
  const whose = await machine.run(["operator", "link"]);
  assert.deepEqual([whose.code, whose.stdout], [2, ""]);
  assert.match(whose.stderr, /several operators: say whose link it is, by email/);
});

test("who is new gets a link, who is an operator the rights, and another role takes the old one's place", async (t) => {
  const machine = createMachine(t, await createDatabaseEnv(t));
  const id = await createBot(machine);
  const invite = (email: string, ...rest: string[]) =>
    machine.run(["operator", "invite", email, ...rest]);
  assert.match(
    (await invite("new@shop.example", "--bot", id, "--role", "editor")).stdout,
    linkLine,
  );
  await inStore(machine, ({ operators }) =>
    operators.create({ name: "Ada", email: "ada@shop.example", administrator: false }),
  );
  for (const role of ["viewer", "owner"] as const) {
    const { code, stdout } = await invite("Ada@shop.example", "--bot", id, "--role", role);
    assert.deepEqual([code, /may do that now/.test(stdout)], [0, true]);
    await inStore(machine, async ({ operators }) => {
      const ada = await operators.findByEmail("ada@shop.example");
      assert(ada);
      assert.equal(await operators.roleOn(id, ada), role);
    });
  }
  const raised = await invite(
    "ada@shop.example",
    "--bot",
    id,
    "--role",
    "viewer",
    "--administrator",
  );
  assert.equal(raised.code, 0);
  assert.match(
    (await machine.run(["operator", "list"])).stdout,
    /ada@shop\.example.*administrator/,
  );
  assert.match((await machine.run(["operator", "link", "ada@shop.example"])).stdout, linkLine);
  const again = await invite("ada@shop.example", "--administrator");
  assert.equal(again.code, 1);
  assert.match(again.stderr, /administrator already/);
});
