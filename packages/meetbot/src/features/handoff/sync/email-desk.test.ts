import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import type { ReceivedMail } from "../../../../test/fixtures/mail-server.ts";
import { bot } from "../../../store/store.fixture.ts";
import { mailbox, startMailedDesk } from "./mailed-desk.fixture.ts";

/** The plain words of a mail, and its head. */
function read({ source }: ReceivedMail) {
  const [head = ""] = source.split("\r\n\r\n");
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, "im").exec(head)?.[1]?.replace(/\s+/g, " ");
  const [, plain = ""] =
    /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(source) ?? [];
  const words = plain
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { header, words: Buffer.from(words, "latin1").toString().replaceAll("\r\n", "\n") };
}

test("a customer who wants a person is one thread in the shop's mailbox: summary, words, who answers, and the end", async (t) => {
  const desk = await startMailedDesk(t);
  const { mails } = await desk.startMails();
  const until = (count: number) =>
    eventually(15_000, async () => {
      await desk.hurry();
      assert.equal(mails.length, count);
      await desk.untilTold();
    });
  const { say, id } = await desk.callPerson();
  await eventually(15_000, async () => assert.equal(mails.length, 1));
  await desk.untilTold();
  const first = read(mails[0]!);
  assert.deepEqual(mails[0]!.recipients, [mailbox]);
  assert.equal(first.header("Auto-Submitted"), "auto-generated");
  assert.equal(first.header("Message-ID"), `<${id}@meetbot.example>`);
  assert.equal(first.header("In-Reply-To"), undefined);
  assert.match(
    first.header("Subject") ?? "",
    new RegExp(`^${bot.name}: a customer wants a person`),
  );
  assert.match(first.words, /^A customer wants a person\nThey asked for one\.\n/m);
  assert.match(first.words, /^Customer: I want to talk to a person$/m);
  const link = `https://bots.example/console/bots/${bot.id}/inbox?conversation=${id}`;
  assert(first.words.includes(link), first.words);

  await say("My cup is broken");
  await say("It was a gift");
  await eventually(10_000, async () => {
    assert.equal((await desk.run("select from desk_events where not is_bridged")).length, 0);
    const [row] = await desk.run(
      "select count(*)::int from desk_events where type = 'message.created'",
    );
    assert.equal(row.count, 2);
  });
  assert.equal(mails.length, 1, "what comes within half a minute is one mail");
  await until(2);
  const second = read(mails[1]!);
  assert.equal(second.header("Subject"), `Re: ${first.header("Subject")}`);
  assert.equal(second.header("In-Reply-To"), `<${id}@meetbot.example>`);
  assert.equal(second.header("References"), `<${id}@meetbot.example>`);
  assert.match(second.words, /Customer: My cup is broken\n[\s\S]*Customer: It was a gift\n/);
  assert.doesNotMatch(second.words, /talk to a person/);

  await desk.tell("editor", `POST /conversations/${id}/messages`, { text: "We send a new one." });
  await until(3);
  const third = read(mails[2]!).words;
  assert.match(third, /editor: We send a new one\.\n/);
  assert.match(third, /editor answers now, in Meetbot's inbox\./);

  await desk.tell("editor", `POST /conversations/${id}/close`, {});
  await until(4);
  assert.match(read(mails[3]!).words, /The conversation is closed\. The bot answers again\./);
  const [row] = await desk.run("select is_open, told_holder from bridge_conversations");
  assert.deepEqual(row, { is_open: false, told_holder: "closed" });
});

test("while the mail server is down the customer waits as before; then all is told in order, and nothing twice", async (t) => {
  const desk = await startMailedDesk(t);
  const customers = await Promise.all([desk.callPerson(), desk.callPerson()]);
  const failing = () =>
    eventually(10_000, async () => {
      const { bridge } = await desk.tell("viewer", "GET /bridge");
      assert.match(bridge.problem, /mail server did not take the mail/);
      assert(bridge.failing_since);
      assert.equal(bridge.behind, 2);
    });
  await failing();
  for (const n of [1, 2, 3]) for (const { say } of customers) await say(`Is anybody there? ${n}`);
  const [{ count }] = await desk.run(
    "select count(*)::int from conversations where holder = 'waiting'",
  );
  assert.equal(count, 2);
  const { mails } = await desk.startMails();
  await eventually(20_000, async () => {
    await desk.hurry();
    await desk.untilTold();
    const [row] = await desk.run(
      "select count(*)::int from desk_events where type = 'message.created'",
    );
    assert.equal(row.count, 6);
  });
  for (const { id } of customers) {
    const own = mails.filter(({ source }) => source.includes(`${id}@`)).map((one) => read(one));
    const said = own.map(({ words }) => words).join("\n");
    assert.equal(own.filter(({ header }) => header("In-Reply-To") === undefined).length, 1);
    const order = Array.from(said.matchAll(/Customer: (?:Is anybody there\? (\d)|(I want))/g));
    assert.deepEqual(
      order.map(([, n, call]) => n ?? call),
      ["I want", "1", "2", "3"],
    );
  }
  const { bridge } = await desk.tell("viewer", "GET /bridge");
  assert.deepEqual([bridge.problem, bridge.failing_since, bridge.behind], [null, null, 0]);
});
