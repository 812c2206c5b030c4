import { setTimeout as delay } from "node:timers/promises";
import type { TokenChoice } from "@meetbot/model/conversation/reply.ts";
import { type ChatClient, openChat } from "../chat/chat-client.ts";
import type { Sample, SampleLine } from "./sample-conversations.ts";
import { setOutage } from "./shop/set-outage.ts";

/** The server and bot with which the samples are held. */
export interface SampleStage {
  serverUrl: string;
  botId: string;
  shopUrl: string;
  signal: AbortSignal;
}

/** Replies of one turn arrive together; the turn is over when this long passes without another reply. */
const turnEndsAfterMs = 100;

/** Longer than any turn takes if the shop answers or fails at once. */
const patienceMs = 10_000;

/**
 * Holds conversations with the bot as customers would, one after the other, over the same routes. Ends early, without
 * an error, when the signal aborts.
 */
export async function holdSamples(samples: readonly Sample[], stage: SampleStage): Promise<void> {
  for (const sample of samples) {
    if (stage.signal.aborted) return;
    await holdSample(sample, stage);
  }
}

async function holdSample(
  { locale, shopper, lines, shopFailsFor }: Sample,
  { serverUrl, botId, shopUrl, signal }: SampleStage,
): Promise<void> {
  const identity = shopper ? { identity: await vouch(shopUrl, shopper) } : {};
  const client = await openChat(serverUrl, botId, { locale, ...identity });
  const ended = new AbortController();
  const customer = listen(client, AbortSignal.any([signal, ended.signal]));
  try {
    await customer.quiet();
    if (shopFailsFor) await setOutage(shopUrl, { mode: "down", only: shopFailsFor });
    for (const line of lines) {
      if (signal.aborted) return;
      await customer.say(line);
      if (shopFailsFor) await setOutage(shopUrl, { mode: "up" });
    }
  } finally {
    ended.abort();
    // Whatever happened: the shop is well again.
    if (shopFailsFor) await setOutage(shopUrl, { mode: "up" }).catch(() => {});
  }
}

/** Follows a conversation, so that each line is written when the one before it was answered. */
function listen(client: ChatClient, signal: AbortSignal) {
  let choices: TokenChoice[] = [];
  let heard = 0;
  const hearing = (async () => {
    for await (const message of client.messages(signal)) {
      if (message === "typing" || message.from === "customer") continue;
      heard += 1;
      choices = message.reply.choices ?? choices;
    }
  })();
  hearing.catch(() => {});

  /** Resolves when replies have arrived and have stopped. */
  async function quiet(before = 0): Promise<void> {
    const overdue = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    for (let last = before; !overdue.aborted; ) {
      await delay(turnEndsAfterMs, undefined, { signal: overdue }).catch(() => {});
      if (heard > before && heard === last) return;
      last = heard;
    }
  }

  return {
    quiet,
    async say(line: SampleLine): Promise<void> {
      const before = heard;
      await client.say(toContent(line, choices));
      await quiet(before);
    },
  };
}

/** Sends the title as text if the choice is not offered: the bot treats a title as a tap. */
function toContent(line: SampleLine, choices: readonly TokenChoice[]) {
  if ("text" in line) return line;
  const choice = choices.find(({ title }) => title === line.tap);
  return choice ? { payload: choice.payload } : { text: line.tap };
}

async function vouch(shopUrl: string, email: string): Promise<string> {
  return (await fetch(`${shopUrl}/demo/identity/${email}`)).text();
}
