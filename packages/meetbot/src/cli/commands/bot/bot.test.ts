import assert from "node:assert/strict";
import { after, test } from "node:test";
import { customerLocales, inEachLanguage } from "@meetbot/presentation";
import { createDatabaseEnv } from "../../../../test/fixtures/database-env.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";

const machine = createMachine({ after }, await createDatabaseEnv({ after }));
const endpoint = "https://shop.example.com/meetbot";
const create = ["bot", "create", "--name", "Peter's Apparel", "--endpoint", endpoint];

/** Runs `meetbot bot …` and reads the JSON it prints. */
async function bot(...args: string[]) {
  const { code, stdout, stderr } = await machine.run(["bot", ...args, "--json"]);
  assert.equal(code, 0, stderr);
  assert.equal(stdout.trimEnd().split("\n").length, 1);
  return JSON.parse(stdout);
}

test("create prints the bot and its secrets, and nothing shows the secrets again", async () => {
  const created = await bot(...create.slice(1), "--page-id", "231231232134111");
  assert.deepEqual(Object.keys(created), [
    "bot_id",
    "page_id",
    "signing_secret",
    "identity_secret",
    "push_secret",
  ]);
  const { bot_id: id, page_id: pageId, signing_secret: signing, identity_secret: own } = created;
  const { push_secret: push } = created;
  assert.equal(pageId, "231231232134111");
  assert.match(signing, /^whsec_[\w+/]{43}=$/);
  assert.equal(new Set([signing, own, push]).size, 3);

  const { endpoint_test, endpoint_health, push_fingerprint, ...shown } = await bot("show", id);
  assert.equal(push_fingerprint, fingerprintOf(push));
  assert.deepEqual(new Set(Object.values(endpoint_health)), new Set([null]));
  assert.equal(endpoint_test.state, "never_tested");
  assert.partialDeepStrictEqual(shown, {
    bot_id: id,
    name: "Peter's Apparel",
    page_id: pageId,
    endpoint,
    policy: "ladder",
    contact: null,
    locale: "en",
    origins: [],
  });
  const listed = await bot("list");
  assert.deepEqual(
    listed.filter((one: { bot_id: string }) => one.bot_id === id),
    [shown],
  );
  const { stdout } = await machine.run(["bot", "list"]);
  assert.match(stdout, new RegExp(`^${id} .*${endpoint}$`, "m"));
  for (const printed of [JSON.stringify([shown, listed]), stdout]) {
    for (const secret of [signing, own, push]) assert(!printed.includes(secret));
  }
});

test("create without --json says to keep the secrets, and gives each bot a page id of its own", async () => {
  const runs = [await machine.run(create), await machine.run(create)];
  const pageIds = runs.map(({ code, stdout }) => {
    assert.equal(code, 0);
    assert.match(stdout, /^signing_secret +whsec_/m);
    assert.match(stdout, /not shown again/);
    return /^page_id +(\d{15})$/m.exec(stdout)?.[1];
  });
  assert(pageIds[0] && pageIds[0] !== pageIds[1]);
});

test("set changes what is named and nothing else", async () => {
  const { bot_id: id } = await bot(...create.slice(1));
  const {
    endpoint_test: _,
    endpoint_health: __,
    push_fingerprint: ___,
    ...before
  } = await bot("show", id);
  const changes = {
    name: "彼得服饰",
    endpoint: "http://127.0.0.1:8080/",
    contact: "help@shop.example.com",
    accent: "#c0392b",
    locale: "zh",
    origins: ["https://shop.example.com", "http://localhost:3000"],
  };
  const options = Object.entries(changes).flatMap(([name, value]) => [`--${name}`, String(value)]);
  assert.deepEqual(await bot("set", id, ...options), { ...before, ...changes });
  assert.deepEqual(await bot("set", id, "--contact", " ", "--accent", "", "--origins", ""), {
    ...before,
    ...changes,
    contact: null,
    accent: null,
    origins: [],
  });
});

test("set tells how the shop numbers its orders, and none forgets it", async () => {
  const { bot_id: id } = await bot(...create.slice(1), "--order-number", "SO-[digits 6]");
  assert.equal((await bot("show", id)).order_number, "SO-[digits 6]");
  const set = await bot("set", id, "--order-number", "so_[letters and digits 6-8] case-sensitive");
  assert.equal(set.order_number, "so_[letters and digits 6-8] case-sensitive");
  assert.equal((await bot("set", id, "--order-number", "none")).order_number, null);
});

test("set says how the bot speaks, and show and list print it", async () => {
  const { bot_id: id } = await bot(...create.slice(1));
  const { languages, welcome, menu, time_zone: zone } = await bot("show", id);
  assert.deepEqual(
    [languages, welcome, menu, zone],
    [
      [...customerLocales],
      inEachLanguage(() => null),
      ["orders", "packages", "help", "person"],
      "UTC",
    ],
  );
  const speaking = ["--languages", "zh", "--locale", "zh", "--time-zone", "asia/shanghai"];
  await bot("set", id, ...speaking, "--welcome-en", "Hi there", "--menu", "person,orders");
  const set = await bot("set", id, "--welcome-zh", " 欢迎光临 ", "--welcome-en", "");
  assert.partialDeepStrictEqual(set, {
    languages: ["zh"],
    locale: "zh",
    welcome: { en: null, zh: "欢迎光临" },
    menu: ["person", "orders"],
    time_zone: "Asia/Shanghai",
  });
  const { stdout } = await machine.run(["bot", "show", id]);
  assert.match(stdout, /^welcome_zh +欢迎光临$/m);
  assert.match(stdout, /^menu +person, orders$/m);
});

test("a bot may speak any language of customers, and says its welcome in each", async () => {
  const { bot_id: id } = await bot(...create.slice(1));
  await bot("set", id, "--languages", "zh-Hant,de,en", "--locale", "de");
  await bot("set", id, "--welcome-de", "Willkommen!");
  const set = await bot("set", id, "--welcome-zh-hant", "歡迎光臨");
  assert.partialDeepStrictEqual(set, {
    languages: ["de", "en", "zh-Hant"],
    locale: "de",
    welcome: { de: "Willkommen!", en: null, "zh-Hant": "歡迎光臨" },
  });
});

test("set names the page on which customers sign in, by https or on this machine, and takes it away", async () => {
  const { bot_id: id } = await bot(...create.slice(1));
  assert.equal((await bot("show", id)).link_page, null);
  for (const url of ["https://shop.example/link?lang=en", "http://127.0.0.1:4401/link"]) {
    assert.equal((await bot("set", id, "--link-page", url)).link_page, url);
  }
  assert.equal((await bot("set", id, "--link-page", "")).link_page, null);
});

test("set tells when people answer, by the clocks of a zone, and an empty text forgets it", async () => {
  const { bot_id: id } = await bot(...create.slice(1));
  assert.equal((await bot("show", id)).office_hours, null);
  const hours = "Mon-Fri 9:00-18:00, sat 10:00-14:00 asia/shanghai";
  assert.deepEqual((await bot("set", id, "--office-hours", hours)).office_hours, {
    time_zone: "Asia/Shanghai",
    hours: "mon-fri 09:00-18:00, sat 10:00-14:00",
  });
  const { stdout } = await machine.run(["bot", "show", id]);
  assert.match(stdout, /^office_hours_hours +mon-fri 09:00-18:00, sat 10:00-14:00$/m);
  assert.equal((await bot("set", id, "--office-hours", "")).office_hours, null);
});

test("a bot cannot have for its own a language that it does not speak", async () => {
  const { bot_id: id } = await bot(...create.slice(1));
  const { code, stderr } = await machine.run(["bot", "set", id, "--languages", "zh"]);
  assert.equal(code, 2);
  assert.match(stderr, /own language is en.*Change both together/);
});

test("set warns when everything is shown to anyone who types an email", async () => {
  const { bot_id: id } = await bot(...create.slice(1));
  const off = await machine.run(["bot", "set", id, "--policy", "off"]);
  assert.deepEqual([off.code, /policy +off/.test(off.stdout)], [0, true]);
  assert.match(off.stderr, /^Warning: with the policy off/);
  const back = await machine.run(["bot", "set", id, "--policy", "ladder"]);
  assert.deepEqual([back.code, back.stderr], [0, ""]);
});

test("a value that cannot be, or none at all, is refused with 2 and changes nothing", async () => {
  const { bot_id: id } = await bot(...create.slice(1));
  const before = await bot("show", id);
  const wrong = [
    ["--policy", "open"],
    ["--origins", "https://shop.example.com,*"],
    ["--demo", "true"],
    ["--order-number", "SO-123456"],
    ["--time-zone", "Mars/Olympus"],
    ["--menu", "orders,refunds"],
    ["--office-hours", "mon-fri 09:00-18:00"],
    ["--link-page", "http://shop.example/link"],
    ["--link-page", "https://me:secret@shop.example/link"],
    ["--link-page", "javascript:alert(1)"],
    ["--welcome-en", "w".repeat(501)],
    [],
  ];
  const runs = wrong.map(async (options) => {
    const { code, stdout, stderr } = await machine.run(["bot", "set", id, ...options]);
    assert.deepEqual([code, stdout], [2, ""], options.join(" "));
    assert.match(stderr, new RegExp(options[0] ?? "what to set"));
    assert.doesNotMatch(stderr, /\n {4}at /);
  });
  await Promise.all(runs);
  assert.deepEqual(await bot("show", id), before);
});

test("create asks for what it needs, and exits with 2", async () => {
  const wrong: [args: string[], named: RegExp][] = [
    [["--endpoint", endpoint], /--name/],
    [["--name", "Shop"], /--endpoint/],
  ];
  const runs = wrong.map(async ([args, named]) => {
    const { code, stderr } = await machine.run(["bot", "create", ...args]);
    assert.equal(code, 2);
    assert.match(stderr, named);
  });
  await Promise.all(runs);
});

test("a bot that does not exist is said, with 1", async () => {
  for (const args of [["show"], ["set", "--locale", "en"]]) {
    const [command = "", ...options] = args;
    const { code, stdout, stderr } = await machine.run(["bot", command, "bot_nobody", ...options]);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /no bot bot_nobody.*meetbot bot list/);
  }
});

test("an endpoint that no allow list opens is refused with its rule, and changes nothing", async () => {
  const { bot_id: id } = await bot(...create.slice(1));
  const before = await bot("list");
  const refused: [url: string, rule: RegExp][] = [
    ["http://127.0.0.1:4400/", /Meetbot's own port \(own_port\)/],
  ];
  const env = { MEETBOT_OUTBOUND_ALLOW: "127.0.0.1, shop.example.org" };
  const runs = refused.map(async ([url, rule]) => {
    for (const args of [
      ["bot", "create", "--name", "Shop", "--endpoint", url],
      ["bot", "set", id, "--endpoint", url],
    ]) {
      const { code, stdout, stderr } = await machine.run(args, { env });
      assert.deepEqual([code, stdout], [1, ""], url);
      assert.match(stderr, rule);
    }
  });
  await Promise.all(runs);
  assert.deepEqual(await bot("list"), before);
});

test("an endpoint that only the server's allow list can open is taken with a warning", async () => {
  const { bot_id: id } = await bot(...create.slice(1));
  const closed: [url: string, rule: RegExp][] = [
    ["http://93.184.216.34/", /plain http.*\(plain_http\).*MEETBOT_OUTBOUND_ALLOW/],
    ["https://10.0.0.5/", /public internet \(special_address\).*MEETBOT_OUTBOUND_ALLOW/],
    ["https://[::ffff:10.0.0.5]/", /special_address/],
    ["https://localhost/", /internal_name/],
  ];
  for (const [url, rule] of closed) {
    const { code, stderr } = await machine.run(["bot", "set", id, "--endpoint", url]);
    assert.equal(code, 0, stderr);
    assert.match(stderr, rule);
    assert.equal((await bot("show", id)).endpoint, new URL(url).href);
  }
});

test("set says how long a bot keeps its data, and by which page id the webhook knows it", async () => {
  const { bot_id: id } = await bot(...create.slice(1));
  const kept = ({
    keep_conversations_days,
    keep_deliveries_days,
    keep_failed_messages_days,
  }: {
    [name: string]: number | null;
  }) => [keep_conversations_days, keep_deliveries_days, keep_failed_messages_days];
  assert.deepEqual(kept(await bot("show", id)), [7, null, null]);
  const days = ["--keep-conversations", "30", "--keep-deliveries", "3"];
  const set = await bot("set", id, ...days, "--keep-failed-messages", "1", "--page-id", "9.a");
  assert.deepEqual([kept(set), set.page_id], [[30, 3, 1], "9.a"]);
  assert.deepEqual(kept(await bot("set", id, "--keep-deliveries", "")), [30, null, 1]);

  for (const [wrong, why] of [
    [["--keep-conversations", "1"], /2 to 365 whole days: events that a platform sends again/],
    [["--keep-conversations", "366"], /2 to 365/],
    [["--keep-deliveries", "0"], /whole, 1 to 365/],
    [["--keep-deliveries", "1.5"], /whole, 1 to 365/],
    [["--keep-deliveries", "31"], /goes after 30 days .* kept for 31. Change both together/],
    [["--page-id", "a b"], /A page id has/],
  ] as const) {
    const { code, stderr } = await machine.run(["bot", "set", id, ...wrong]);
    assert.equal(code, 2);
    assert.match(stderr, why);
  }
});
