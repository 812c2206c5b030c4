import assert from "node:assert/strict";
import { randomInt, randomUUID } from "node:crypto";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { languages } from "@meetbot/presentation";
import { post, readUntil, type Seat, takeSeat, type WireMessage } from "./fixtures/conversation.ts";
import { createMachine, type Running } from "./fixtures/machine.ts";
import { openLink } from "./fixtures/open-link.ts";
import { createRandom } from "./fixtures/random.ts";
import { startSlowMerchant } from "./fixtures/slow-merchant.ts";

// Customers ask, a person takes conversations, answers and gives them back, and the server is killed at
// random moments of all that. CRASH_SEED=… in the environment repeats the decisions of a run.

const kills = 8;
const customers = 5;
const timeout = 600_000;
const seed = Number(process.env.CRASH_SEED ?? randomInt(1, 2 ** 31));

const again = languages.en.dialog.botAgain;
const isHere = /^Ada from Shop is here\.$/;

test("kill -9 at any moment loses, doubles and reorders nothing that people say, and the bot is silent beside them", {
  timeout,
}, async (t) => {
  t.diagnostic(`CRASH_SEED=${seed}`);
  const random = createRandom(seed);
  const machine = createMachine(t);
  const merchant = await startSlowMerchant(t, () => random.below(60));
  const botId = await createBot(machine, merchant.endpoint);
  let up = Promise.withResolvers<string>();
  let running: Running | null = null;
  const start = async () => {
    running = await machine.start(["serve", "--port", "0"]);
    up.resolve(running.url.replace("127.0.0.1", "localhost"));
  };
  const kill = async () => {
    up = Promise.withResolvers();
    await running?.kill();
  };
  await start();
  const cookie = await signIn(machine, await up.promise);
  const seats = await Promise.all(
    Array.from({ length: customers }, async () => takeSeat(await up.promise, botId)),
  );
  const talks = seats.map((seat, place) =>
    talk({ seat, place, botId, cookie, random, url: () => up.promise }),
  );
  const all = Promise.all(talks.map(({ done }) => done));
  for (let nth = 0; nth < kills; nth++) {
    await delay(100 + random.below(400));
    await kill();
    await start();
  }
  for (const one of talks) one.end();
  await all;
  for (const { transcript, said, asked } of await Promise.all(talks.map((one) => one.read()))) {
    check(transcript, said, asked);
  }
});

async function createBot(machine: ReturnType<typeof createMachine>, endpoint: string) {
  const args = ["bot", "create", "--name", "Shop", "--endpoint", endpoint, "--json"];
  const { stdout, stderr } = await machine.run(args);
  assert.equal(stderr, "");
  const { bot_id: botId } = JSON.parse(stdout);
  const set = await machine.run(["bot", "set", botId, "--policy", "off"]);
  assert.equal(set.code, 0, set.stderr);
  return botId as string;
}

async function signIn(machine: ReturnType<typeof createMachine>, url: string): Promise<string> {
  const env = { MEETBOT_PUBLIC_URL: url };
  const invite = ["operator", "invite", "ada@shop.example", "--administrator"];
  const { stdout, stderr } = await machine.run(invite, { env });
  const link = /http\S+#\S+/.exec(stdout)?.[0];
  assert.ok(link, stderr);
  const { hash } = new URL(link);
  return openLink(`${url}/${hash}`, { name: "Ada", password: `${randomUUID()}-Aa1` });
}

interface Talk {
  seat: Seat;
  place: number;
  botId: string;
  cookie: string;
  random: ReturnType<typeof createRandom>;
  url(): Promise<string>;
}

/** One customer and the person beside them: each thing is sent until it is acknowledged, with one key. */
function talk({ seat, place, botId, cookie, random, url }: Talk) {
  const said: string[] = [];
  const asked: string[] = [];
  let isOver = false;
  const seatNow = async () => ({ ...seat, base: `${await url()}/chat/${botId}` });
  const until = async (send: () => Promise<Response>, expected: number) => {
    for (;;) {
      const response = await send().catch(() => null);
      if (response?.status === expected) return;
      const text = response && (await response.text());
      assert(response === null || response.status >= 500, `${response?.status} ${text}`);
      await delay(10);
    }
  };
  const person = async (route: string, body: object) => {
    const key = randomUUID();
    await until(async () => {
      const origin = await url();
      return fetch(`${origin}/api/v1/bots/${botId}/conversations/${seat.conversationId}/${route}`, {
        method: "POST",
        headers: {
          Cookie: cookie,
          Origin: origin,
          "Content-Type": "application/json",
          "Idempotency-Key": key,
        },
        body: JSON.stringify(body),
      });
    }, 200);
  };
  const ask = async (text: string) => {
    const id = randomUUID();
    asked.push(id);
    await until(async () => post(await seatNow(), { text }, id), 202);
  };
  const run = async () => {
    for (let nth = 0; !isOver; nth++) {
      await ask(`show order MB${place}Q${String(nth).padStart(8, "0")}`);
      if (random.percent(50)) await delay(random.below(80));
      for (let words = 0; words <= random.below(3); words++) {
        const text = `person ${place} ${said.length}`;
        said.push(text);
        await person("messages", { text });
        if (random.percent(60)) await ask(`thanks ${nth}`);
      }
      await person("release", {});
    }
  };
  return {
    done: run(),
    end: () => {
      isOver = true;
    },
    async read() {
      await ask("help");
      const isLast = (message: WireMessage) =>
        message.from === "bot" && message.reply.text === languages.en.dialog.help;
      return { said, asked, transcript: await readUntil(await seatNow(), isLast) };
    },
  };
}

function check(transcript: WireMessage[], said: string[], asked: string[]): void {
  assert.deepEqual(
    transcript.map(({ seq }) => seq),
    transcript.map((_, place) => place + 2),
  );
  const heard = transcript.flatMap((one) => (one.from === "customer" ? [one.id] : []));
  assert.deepEqual(heard, asked);
  const persons = transcript.filter(({ from }) => (from as string) === "person");
  assert.deepEqual(
    persons.map((one) => ("reply" in one ? one.reply.text : null)),
    said,
  );
  let isHeld = false;
  for (const message of transcript) {
    if (message.from !== "bot") continue;
    const text = message.reply.text ?? "";
    if (isHere.test(text)) isHeld = true;
    else if (text === again) isHeld = false;
    else
      assert.equal(isHeld, false, `the bot said beside a person: ${JSON.stringify(message.reply)}`);
  }
}
