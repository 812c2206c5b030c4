import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import {
  type SentAlert,
  startPlatform,
  webhookPlatform,
} from "../../src/features/alerts/sending/platforms.fixture.ts";
import { destination } from "../../src/features/alerts/store/alerts.fixture.ts";
import { patienceMs, post, takeSeat } from "../fixtures/conversation.ts";
import { eventually } from "../fixtures/eventually.ts";
import type { CgroupScope } from "../fixtures/machine.ts";
import { type MailServer, startMailServer } from "../fixtures/mail-server.ts";
import type { Random } from "../fixtures/random.ts";
import type { WatchedQueues } from "./hurry-leases.ts";
import type { Span } from "./outcomes.ts";
import { untilTaken } from "./until-taken.ts";

/** What a node did so long before it was killed, it may not have written down on a busy machine. */
const recordedWithinMs = 10_000;

/** Half a minute for more words, and a busy machine. */
const toldWithinMs = 120_000;

/** The people of the shop: a receiver of alerts, and a mailbox that gets the conversations which wait for somebody. */
export interface Desk {
  alertsUrl: string;
  env: { MEETBOT_SMTP_URL: string; MEETBOT_MAIL_FROM: string };
  /** Throws where an alert was lost or came out of order. Returns how many there were. */
  checkAlerts(queues: Pick<WatchedQueues, "read">, botId: string): Promise<number>;
  mails: MailServer["mails"];
}

export async function startDesk(scope: CgroupScope): Promise<Desk> {
  const mail = await startMailServer(scope);
  const signed = webhookPlatform(() => destination.secrets.secret);
  const platform = await startPlatform(scope, (came): SentAlert => signed(came));
  return {
    alertsUrl: platform.origin,
    env: { MEETBOT_SMTP_URL: mail.url, MEETBOT_MAIL_FROM: "bot@meetbot.example" },
    mails: mail.mails,
    async checkAlerts({ read }, botId) {
      const events = await read(
        "select event_id as id, conversation_id as conversation from desk_events where bot_id = $1 order by event_id",
        [botId],
      );
      const eventOf = (id: unknown) => /^evt_(\d+)_/.exec(String(id))?.[1];
      const came = [...new Set(platform.came.map(({ headers }) => eventOf(headers["webhook-id"])))];
      const conversations = Map.groupBy(events, ({ conversation }) => conversation);
      for (const own of conversations.values()) {
        const ids = own.map(({ id }) => String(id));
        assert.deepEqual(
          came.filter((id) => ids.includes(id ?? "")),
          ids,
        );
      }
      assert.equal(came.length, events.length);
      const left = await read("select distinct status from alert_deliveries");
      assert.deepEqual(left, [{ status: "sent" }]);
      return events.length;
    },
  };
}

export interface MailedOptions {
  botId: string;
  url(): Promise<string>;
  random: Random;
  /** No two customers have the same; part of each line. */
  name: string;
  /** Longest time between two lines. */
  restMs: number;
  enough: AbortSignal;
  mails: MailServer["mails"];
  /** When nodes were killed or the database was away. */
  troubles(): Span[];
}

/** A customer who asks for a person and writes line after line, which the mailbox receives in letters. */
export async function startMailedCustomer(options: MailedOptions) {
  const { botId, url, random, name, restMs, enough, mails, troubles } = options;
  const seat = await eventually(patienceMs, async () => takeSeat(await url(), botId));
  const seatNow = async () => ({ ...seat, base: `${await url()}/chat/${botId}` });
  const lines: string[] = [];
  const say = async (text: string) => {
    const id = randomUUID();
    await untilTaken(async (signal) => post(await seatNow(), { text }, id, signal), 202);
  };
  const sayLine = async () => {
    lines.push(`${name} line ${lines.length}.`);
    await say(lines.at(-1)!);
  };
  const converse = async () => {
    await say("I want to talk to a person");
    do {
      await sayLine();
      await delay(random.below(restMs));
    } while (!enough.aborted);
  };
  const done = converse();
  // Looked at in the end; until then it is nobody's unhandled rejection.
  done.catch(() => {});
  const lettersWith = (line: string) => mails.filter(({ source }) => textOf(source).includes(line));
  return {
    done,
    /** Sends one line once no node is killed; resolves when the desk has received it. */
    async sayLast() {
      await sayLine();
      await eventually(toldWithinMs, async () => assert(lettersWith(lines.at(-1)!).length > 0));
    },
    /** Throws where a line was lost, out of order, or told twice without need. */
    check(): { mailedLines: number } {
      const letters = lines.map((line) => lettersWith(line));
      const firsts = letters.map(([first], nth) => {
        assert(first, `the desk was not told: ${lines[nth]}`);
        return mails.indexOf(first);
      });
      assert.deepEqual(
        firsts,
        firsts.toSorted((a, b) => a - b),
      );
      for (const [nth, all] of letters.entries()) {
        for (const [before, letter] of all.slice(1).map((one, at) => [all[at]!, one] as const)) {
          const isCaused = troubles().some(
            ({ from, to }) => from < letter.atMs && before.atMs - recordedWithinMs < to,
          );
          assert(isCaused, `the desk was told twice: ${lines[nth]}`);
        }
      }
      assert.equal(letters.at(-1)?.length, 1, "the last line was told twice");
      return { mailedLines: lines.length };
    },
  };
}

/** The plain text of a letter; the same words stand in HTML behind it. */
function textOf(source: string): string {
  const [text = ""] = source.split(/^Content-Type: text\/html/im);
  return text.replace(/=\r\n/g, "");
}
