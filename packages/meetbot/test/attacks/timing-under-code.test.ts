import assert from "node:assert/strict";
import { after, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { refuse } from "@meetbot/sdk";
import type { Guest } from "../fixtures/guest.ts";
import { type CreatedBot, startInstallation } from "../fixtures/installation.ts";
import { startOwnShop } from "../fixtures/own-shop.ts";
import { createRandom } from "../fixtures/random.ts";
import { createShopper } from "../fixtures/shopper.ts";

// Under the policy `code` a stranger wants to know whether a shop knows an email or a number, and
// reads the replies and the clock. The shop takes 20 ms longer for what it knows.

const knownTakesMs = 20;

/** Of each kind, known and unknown. So many tell 20 ms from nothing, also on a busy machine. */
const samplesEach = 50;

/** A mail server takes 100 ms to greet, and nobody needs to wait for that a hundred times. */
const atOnce = 4;

/** So many standard deviations come about by chance once in a million runs (two-sided). */
const beyondChance = 4.892;

const owner = createShopper("owner");
const known = new Set<string>();
const shop = await startOwnShop(
  { after },
  {
    async orders(question) {
      const asked = question.by === "account" ? question.account : question.orderNumber;
      if (!known.has(asked)) return refuse.userNotFound();
      await delay(knownTakesMs);
      return { orders: owner.orders };
    },
    packages: () => refuse.orderNotFound(),
  },
);
const { mail, createBot, newGuest } = await startInstallation({ after }, { shop, isApart: true });
const [code, ladder] = await Promise.all([createBot("code"), createBot("ladder")]);

interface Sample {
  isKnown: boolean;
  tookMs: number;
  transcript: string;
}

async function takeSample(guest: Guest, name: string, words: string): Promise<Sample> {
  const startedAt = performance.now();
  await guest.say(words, 1);
  const tookMs = performance.now() - startedAt;
  const transcript = JSON.stringify(guest.heard)
    .replaceAll(name, "<typed>")
    .replace(/"id":"[^"]+"/g, '"id":"<id>"')
    .replace(/"payload":"(?!menu:)[^"]+"/g, '"payload":"<token>"');
  guest.leave();
  return { isKnown: known.has(name), tookMs, transcript };
}

/** Says something about one thing after the other, known and unknown ones in random order. */
async function sample(
  bot: CreatedBot,
  kind: { name(nth: number): string; words(name: string): string },
): Promise<{ samples: Sample[]; questions: number }> {
  const before = shop.asked.length;
  const random = createRandom(20_261_124);
  const names = Array.from({ length: 2 * samplesEach }, (_, nth) => kind.name(1_000 + nth));
  for (const name of names.slice(samplesEach)) known.add(name);
  const samples: Sample[] = [];
  while (names.length > 0) {
    const picked = Array.from({ length: atOnce }, () =>
      names.splice(random.below(names.length), 1),
    ).flat();
    const guests = await Promise.all(picked.map(() => newGuest(bot)));
    const taken = picked.map((name, nth) => takeSample(guests[nth]!, name, kind.words(name)));
    samples.push(...(await Promise.all(taken)));
  }
  return { samples, questions: shop.asked.length - before };
}

/**
 * How many standard deviations the times of the known ones are from being like the others
 * (Mann–Whitney U in its normal approximation): no single slow sample decides.
 */
function deviations(samples: Sample[]): number {
  const times = (isKnown: boolean) =>
    samples.filter((one) => one.isKnown === isKnown).map(({ tookMs }) => tookMs);
  const [one, other] = [times(true), times(false)];
  const wins = one.flatMap((a) => other.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  const u = wins.reduce<number>((sum, win) => sum + win, 0);
  const pairs = one.length * other.length;
  return (u - pairs / 2) / Math.sqrt((pairs * (one.length + other.length + 1)) / 12);
}

const emails = {
  name: (nth: number) => `customer${nth}@shopper.example`,
  words: (email: string) => `my orders, ${email}`,
};
const numbers = {
  name: (nth: number) => `MB77Q${nth}XK4`,
  words: (number: string) => `where is my order ${number}?`,
};

/** Checks that neither the replies nor the clock tell what the shop knows. */
async function assertAlike(kind: typeof emails): Promise<string> {
  const { samples, questions } = await sample(code, kind);
  assert.equal(questions, 0, "the shop was asked before anything was proved");
  const transcripts = new Set(samples.map(({ transcript }) => transcript));
  assert.equal(transcripts.size, 1, [...transcripts].join("\n"));
  const found = deviations(samples);
  assert(Math.abs(found) < beyondChance, `the times differ by ${found} standard deviations`);
  return samples[0]!.transcript;
}

test("an email that the shop knows reads and takes the same as one that it does not", async () => {
  assert.match(await assertAlike(emails), /I have sent a code to c····@shopper\.example/);
});

test("a number that the shop knows reads and takes the same as one that it does not", async () => {
  assert.match(await assertAlike(numbers), /Which email is it\?/);
});

test("whoever has proved their own email learns nothing of a number that is another's", async () => {
  const [theirs, nobodys] = ["MB77QOTHERSX1", "MB77QNOBODYX1"];
  known.add(theirs);
  const own = "stranger@shopper.example";
  const heard = [];
  for (const number of [theirs, nobodys]) {
    const guest = await newGuest(code);
    await guest.say(`my orders, ${own}`, 1);
    await guest.say(mail.codeFor(own), 2);
    const before = shop.asked.length;
    const [reply] = await guest.say(`where is my order ${number}?`, 1);
    const accounts = shop.asked.slice(before).map((one) => "account" in one && one.account);
    assert.deepEqual([...new Set(accounts)], [own]);
    heard.push([reply?.text?.replace(number, "<typed>"), accounts.length]);
  }
  assert.deepEqual(heard[0], heard[1]);
});

test("the same clock tells known from unknown under the policy ladder, where the shop is asked", async () => {
  const samples: Sample[] = [];
  let questions = 0;
  // Once is enough, unless the machine is so busy that 20 ms drown in its own delays.
  for (let times = 0; times < 15 && !(deviations(samples) > beyondChance); times++) {
    const more = await sample(ladder, emails);
    samples.push(...more.samples);
    questions += more.questions;
  }
  assert.equal(questions, samples.length);
  const found = deviations(samples);
  assert(found > beyondChance, `the times differ by ${found} standard deviations only`);
});
