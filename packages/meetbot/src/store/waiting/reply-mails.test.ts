import assert from "node:assert/strict";
import { test } from "node:test";
import { openConversation, openTestStore, textEvent } from "../store.fixture.ts";
import { answerAs, callPerson, takeTurnWith } from "./waiting.fixture.ts";

const age = "update inbox_conversations set person_at = person_at - $1::interval";

test("a mail is due a minute after a person's last message, where nobody has seen it", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, {});
  await callPerson(store, ref);
  await answerAs(store, ref, "One moment");
  assert.deepEqual(await store.waiting.claimReplyMails(10), []);
  await run(age, ["50 seconds"]);
  const last = await answerAs(store, ref, "It is on its way");
  assert.deepEqual(await store.waiting.claimReplyMails(10), []);
  await run(age, ["61 seconds"]);

  const [mail, ...others] = await store.waiting.claimReplyMails(10);
  assert.deepEqual(others, []);
  assert.partialDeepStrictEqual(mail, { ...ref, upToSeq: last, tries: 1 });
  // The customer's last words are before both.
  assert.equal(mail && last - mail.afterSeq, 3);
});

test("what was seen is not mailed, and what comes after it is a stretch of its own", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, {});
  await callPerson(store, ref);
  const seen = await answerAs(store, ref, "One moment");
  await store.waiting.recordSeen(ref, seen);
  await run(age, ["61 seconds"]);
  assert.deepEqual(await store.waiting.claimReplyMails(10), []);
  const last = await answerAs(store, ref, "It is on its way");
  await run(age, ["61 seconds"]);
  const [mail] = await store.waiting.claimReplyMails(10);
  assert.partialDeepStrictEqual(mail, { afterSeq: seen, upToSeq: last });
  // Nobody has seen more than there is, or less than before.
  await store.waiting.recordSeen(ref, last + 1000);
  await store.waiting.recordSeen(ref, 1);
  assert.deepEqual(await run("select seq from seen_replies"), [{ seq: last }]);
});

test("a stretch has one mail, whatever is written in it after that, and the next one another", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, {});
  await callPerson(store, ref);
  await answerAs(store, ref, "One");
  await run(age, ["61 seconds"]);
  const [mail] = await store.waiting.claimReplyMails(10);
  assert(mail);
  await store.waiting.endReplyMail(mail, "sent");
  await answerAs(store, ref, "Two");
  await run(age, ["61 seconds"]);
  assert.deepEqual(await store.waiting.claimReplyMails(10), []);

  await store.mailbox.enqueue(ref, textEvent("more", "And now?"));
  await takeTurnWith(store, ref, { replies: [], isForPerson: true });
  assert.deepEqual(await store.waiting.claimReplyMails(10), []);
  await answerAs(store, ref, "Three");
  await run(age, ["61 seconds"]);
  assert.equal((await store.waiting.claimReplyMails(10)).length, 1);
});

test("two nodes take a mail once; one that dies with it leaves it to the other", async (t) => {
  const { store, run, openAgain } = await openTestStore(t);
  const other = await openAgain();
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, {});
  await callPerson(store, ref);
  await answerAs(store, ref, "One");
  await run(age, ["61 seconds"]);
  const taken = await Promise.all(
    [store, other, store, other].map(({ waiting }) => waiting.claimReplyMails(10)),
  );
  assert.equal(taken.flat().length, 1);
  await run("update reply_mails set due_at = now()");
  const [again] = await other.waiting.claimReplyMails(10);
  assert.equal(again?.tries, 2);
});

test("a mail that failed is tried again with growing pauses, five times", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, {});
  await callPerson(store, ref);
  await answerAs(store, ref, "One");
  await run(age, ["61 seconds"]);
  const pauses: number[] = [];
  for (let tries = 1; tries <= 5; tries++) {
    const [mail] = await store.waiting.claimReplyMails(10);
    assert.equal(mail?.tries, tries);
    await store.waiting.endReplyMail(mail, "failed");
    const [row] = await run(`
      select round(extract(epoch from due_at - now()) / 60)::integer as minutes, outcome
      from reply_mails`);
    const { minutes, outcome } = row as { minutes: number; outcome: string | null };
    if (outcome === null) pauses.push(minutes);
    await run("update reply_mails set due_at = now()");
  }
  assert.deepEqual(pauses, [1, 2, 4, 8]);
  assert.deepEqual(await store.waiting.claimReplyMails(10), []);
  assert.deepEqual(await run("select outcome from reply_mails"), [{ outcome: "failed" }]);
});

test("an email that was left is sealed, the last one counts, and it goes with its customer", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  assert.equal(await store.waiting.leftEmailOf(ref), null);
  await takeTurnWith(store, ref, { leftEmail: "yila@meetbot.biz" });
  await store.mailbox.enqueue(ref, textEvent("again"));
  await takeTurnWith(store, ref, { leftEmail: "yilia@meetbot.biz" });
  assert.equal(await store.waiting.leftEmailOf(ref), "yilia@meetbot.biz");
  const [row] = await run("select sealed, lookup from left_emails");
  const { sealed, lookup } = row as { sealed: Buffer; lookup: Buffer };
  for (const bytes of [sealed, lookup]) assert.doesNotMatch(bytes.toString("latin1"), /yilia/i);

  assert.equal(await store.forgetCustomer(" Yilia@Meetbot.biz"), 1);
  assert.deepEqual(await run("select from left_emails"), []);
});
