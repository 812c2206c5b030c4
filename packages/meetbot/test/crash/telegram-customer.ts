import type { SentMessage } from "../../src/telegram-simulator/state.ts";
import type { Random } from "../fixtures/random.ts";
import { toldOfEach } from "../fixtures/slow-merchant.ts";
import { SentFaultError } from "./check-sent.ts";
import { asMostly, type Customer, type Said } from "./customer.ts";
import { outcomeOf, type Troubles } from "./outcomes.ts";
import { type PlatformCustomerOptions, startPlatformCustomer } from "./platform-customer.ts";
import type { TelegramSide } from "./platforms/telegram.ts";

export interface TelegramOptions extends PlatformCustomerOptions {
  telegram: TelegramSide;
  troubles: Troubles;
}

/** Someone who writes to the bot on Telegram and waits for what comes. */
export function startTelegramCustomer(options: TelegramOptions): Customer {
  const { telegram, user, random, name, welcome, troubles } = options;
  return startPlatformCustomer(
    {
      ...{ channel: "telegram", happenings: telegram.happenings },
      actOf(nth) {
        const { text, answer } =
          nth === 0
            ? { text: "/start", answer: [welcome] }
            : inventMessage(random, `${name}Q${String(nth).padStart(6, "0")}`);
        return { answer, bring: () => telegram.say(user, text) };
      },
      arrivals: (said) =>
        telegram.sent
          .filter((one) => String(one.chat) === user)
          .map((one) => {
            const outcome = outcomeOf(one, troubles);
            const content = contentOf(one);
            const metadata = placeOf(user, content, said);
            const isKnown = outcome === "known";
            return { arrival: { metadata, content, atMs: one.atMs, isKnown }, outcome };
          }),
    },
    options,
  );
}

/** Telegram's messages have no name of ours: no two answers are the same, so that each tells its place. */
function placeOf(user: string, content: string, said: Said[]): string {
  const place = said.flatMap(({ answer }) => answer).indexOf(content);
  if (place < 0) throw new SentFaultError("wrong customer", `${user} was told ${content}`);
  return `${user}.${place + 1}.0`;
}

/** Asks for an order, or the package of one, of which nobody else asks. */
function inventMessage(random: Random, orderNumber: string): { text: string; answer: string[] } {
  if (random.percent(50)) {
    return { text: `show order ${orderNumber}`, answer: [`${toldOfEach} ${orderNumber}`] };
  }
  const text = `where is the package of order ${orderNumber}?`;
  return { text, answer: [`${toldOfEach} ${orderNumber}`] };
}

const wordsAndNumber = /^(.+)\n\n(?:Order|Package P)\s*(\w+)/;

function contentOf({ message }: SentMessage): string {
  const text = asMostly(String(message.text ?? message.caption));
  const [, words, orderNumber] = wordsAndNumber.exec(text) ?? [];
  return orderNumber === undefined ? text : `${words} ${orderNumber}`;
}
