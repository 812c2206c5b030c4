import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { languages } from "@meetbot/presentation";
import {
  patienceMs,
  post,
  readUntil,
  takeSeat,
  type WireMessage,
} from "../fixtures/conversation.ts";
import { eventually } from "../fixtures/eventually.ts";
import type { Random } from "../fixtures/random.ts";
import { names } from "./create-bots.ts";
import { opening } from "./listen.ts";
import { untilTaken } from "./until-taken.ts";

export interface HeldOptions {
  botId: string;
  operatorToken: string;
  url(): Promise<string>;
  random: Random;
  /** No two customers have the same; part of each order number. */
  name: string;
  /** Longest time between two rounds. */
  restMs: number;
  enough: AbortSignal;
}

const again = languages.en.dialog.botAgain;
const isHere = `${names.operator} from ${names.bot} is here.`;

/**
 * A customer whose conversation an operator takes, answers and gives back, over and over. Each thing is sent until it
 * is acknowledged, with one key. `end` checks the whole: all of it once, in order, and the bot silent beside a person.
 */
export async function startHeldCustomer(options: HeldOptions) {
  const { botId, operatorToken, url, random, name, restMs, enough } = options;
  const seat = await eventually(patienceMs, async () => takeSeat(await url(), botId));
  const said: string[] = [];
  const asked: string[] = [];
  const seatNow = async () => ({ ...seat, base: `${await url()}/chat/${botId}` });
  const ask = async (text: string) => {
    const id = randomUUID();
    asked.push(id);
    await untilTaken(async (signal) => post(await seatNow(), { text }, id, signal), 202);
  };
  const operator = async (route: string, body: object) => {
    const headers = {
      Authorization: `Bearer ${operatorToken}`,
      "Content-Type": "application/json",
      "Idempotency-Key": randomUUID(),
    };
    const path = `/api/v1/bots/${botId}/conversations/${seat.conversationId}/${route}`;
    await untilTaken(async (signal) => {
      const request = { method: "POST", headers, body: JSON.stringify(body), signal };
      return fetch(`${await url()}${path}`, request);
    }, 200);
  };
  const converse = async () => {
    for (let nth = 0; !enough.aborted; nth++) {
      await ask(`show order ${name}Q${String(nth).padStart(6, "0")}`);
      if (random.percent(50)) await delay(random.below(80));
      for (let words = 0; words <= random.below(3); words++) {
        const text = `person ${name} ${said.length}`;
        said.push(text);
        await operator("messages", { text });
        if (random.percent(60)) await ask(`thanks ${nth}`);
      }
      await operator("release", {});
      await delay(random.below(restMs));
    }
  };
  const done = converse();
  // Looked at in the end; until then it is nobody's unhandled rejection.
  done.catch(() => {});
  return {
    async end(): Promise<{ heldMessages: number }> {
      await done;
      await ask("help");
      const isLast = (message: WireMessage) =>
        message.from === "bot" && message.reply.text === languages.en.dialog.help;
      const transcript = await eventually(patienceMs, async () =>
        readUntil(await seatNow(), isLast, opening),
      );
      checkHeld(transcript, said, asked);
      return { heldMessages: said.length };
    },
  };
}

function checkHeld(transcript: WireMessage[], said: string[], asked: string[]): void {
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
    if (text === isHere) isHeld = true;
    else if (text === again) isHeld = false;
    else
      assert.equal(isHeld, false, `the bot said beside a person: ${JSON.stringify(message.reply)}`);
  }
}
