import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { describe, it } from "node:test";
import { createContext, Script } from "node:vm";
import { readOrderNumberFormat } from "@meetbot/admin-api/settings/order-number-format.ts";
import { diagnoseSignature } from "@meetbot/conformance/signature/diagnose-signature.ts";
import { showControls } from "@meetbot/conformance/terminal/show-controls.ts";
import { signatureTruncation } from "@meetbot/network/exchange/truncate-signatures.ts";
import {
  newSecret,
  ProtocolError,
  parseAnswer,
  type Query,
  signRequest,
  verifyRequest,
} from "@meetbot/protocol";
import { splitLinks } from "../../../widget/src/ui/late/split-links.ts";
import { textMessages } from "../../src/channels/messenger/rendering/text-messages.ts";
import { verifyIdentity } from "../../src/identity/verify-identity.ts";
import { maskBody } from "../../src/merchant/masking/mask-body.ts";
import { maskText } from "../../src/merchant/masking/mask-text.ts";
import { recognize } from "../../src/recognition/recognize.ts";

// A node answers many customers on one thread: a text that takes long to read makes all others wait.
// Each reader gets texts that once made an expression look at each place again and again, at the
// most characters it takes. Four times the text may take about four times as long, and not sixteen.

/** What a scanner and people found, as what comes before, what is repeated, and what comes after. */
const hostile: readonly (readonly [before: string, repeated: string, after: string])[] = [
  ["单", " ", ""],
  ["单", "、", ""],
  ["单", "啊", "x"],
  ["", "啊", "。单"],
  ["单号 ", "0一", "早"],
  ["", "a", "\0éa@posteo.net"],
  ["", "a", " éa@posteo.net 单"],
  ["", "'", "\0éa@posteo.net"],
  ["ª", "A", "\0A@posteo.net"],
  ["order 12345", "我的", "i"],
  ["", "12345我的这个我的这i ", ""],
  ["", "é", "@posteo.net"],
  ["a@", "ü-", ""],
  ["a@", "é.", ""],
  ["", "a@b-", ""],
  ["", "µ@", ""],
  ["", "www.", " 12345"],
  ["", "www.123", ""],
  ["", "https://", "12345"],
  ["", "1 ", ""],
  ["", "1-", ""],
  ["", "1z ", ""],
  ["", "it\t", "\n"],
  ["", "how\t", ""],
  ["m", "shoe\0not\0", ""],
  ["", "货还在怎出出任静出", "\t"],
  ["预计", "到预计收都号", "未出\n"],
  ["快递", "一直", "没"],
  ["", "it\u0000", "\n"],
  ["e\u0000\n", "whre\u0000", "whre\t\n"],
  ["''", "\u0000wheres\t", "res\ts"],
  ["\n", "\n\t\t", ""],
  ["", "add\t", "\n"],
  ["it's\t", "\t", "s"],
  ["预计到啊么大间概", "什还啥哪到", "出"],
  ["签收呢手过送", "未寄跟了", "\n"],
  ["", "我货", ""],
  ["正常久数货多航推使门", "多从", "色"],
  ["", "where is my order ", ""],
  ["", "(at)", ""],
  ["my i ", "which i that i ", "s"],
  ["", "快", "天"],
  ["", "still not ", "x"],
  ["", " dot ", "a at b dot com"],
  ["", "点", "艾特"],
  ["", "\u0301", ""],
  ["", "<email>", ""],
  ["", '\\"', '"'],
  ["", "//", "@"],
];

const fill = ([before, repeated, after]: (typeof hostile)[number], length: number) =>
  before +
  repeated
    .repeat(Math.ceil(length / repeated.length))
    .slice(0, length - before.length - after.length) +
  after;

/** No reading of an honest text of this size comes near; what is not linear at all passes it at once. */
const maxMs = 30_000;

/** Below this, the clock and the collector decide, and nobody is kept waiting. */
const unnoticedMs = 6;

/** Between the 4 of what is linear and the 16 of what is quadratic. */
const maxGrowth = 9;

const context: { run?: () => void } = createContext({});
const running = new Script("run()");

/** An expression that looks for ever cannot be awaited, but is stopped in a script with a deadline. */
function interruptible(run: () => void): void {
  context.run = run;
  running.runInContext(context, { timeout: maxMs });
}

/** What the processor spent on it. */
function spent(run: () => void): number {
  const before = process.cpuUsage();
  interruptible(run);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

interface Reader {
  name: string;
  /** The longest text that gets as far as this. */
  longest: number;
  read: (text: string) => unknown;
}

const kib = 1024;
const messageCharacters = 4_000;
/** The largest answer of a shop, and the largest head of a request. */
const [answerBytes, headBytes] = [256 * kib, 16 * kib];

const secret = newSecret();
const format = readOrderNumberFormat("SO-[digits 2-8]");
const orderQuery: Query = { method: "orders", id: "order_list_1", pageId: "2", orderNumber: "1" };
const jsonOf = (text: string) => JSON.stringify(text).slice(1, -1);

/** An answer in which every text of a shop is this one. */
const answerOf = (text: string) =>
  `{"success":true,"object":"orders","orders":[{"order_number":"1","currency":"USD","timestamp":"1","status":"${jsonOf(text)}","order_url":"https://${jsonOf(text)}","summary":{"total_cost":1},"payment_method":"${jsonOf(text)}","elements":[]}]}`;

const bytesOf = (text: string) => Buffer.from(text).subarray(0, headBytes).toString("latin1");

const readers: Reader[] = [
  { name: "recognition", longest: messageCharacters, read: (text) => recognize(text) },
  {
    name: "recognition with a shop's own numbers",
    longest: messageCharacters,
    read: (text) => recognize(text, { orderNumberFormat: format }),
  },
  {
    name: "masking a message",
    longest: messageCharacters,
    read: (text) => maskText(text, format),
  },
  {
    name: "the split into Messenger's messages",
    longest: messageCharacters,
    read: (text) => textMessages(text),
  },
  {
    name: "links in the widget",
    longest: messageCharacters,
    read: (text) => splitLinks(text, () => true),
  },
  {
    name: "a pasted signature",
    longest: messageCharacters,
    read: (pasted) =>
      diagnoseSignature(pasted, {
        body: Buffer.from("{}"),
        id: "test_1",
        timestamp: "1",
        secrets: [{ name: "current", secret }],
      }),
  },
  {
    name: "parsing an answer",
    longest: answerBytes / 4,
    read: (text) => attempt(() => parseAnswer(orderQuery, answerOf(text))),
  },
  {
    name: "masking an answer",
    longest: answerBytes / 4,
    read: (text) => maskBody(answerOf(text)),
  },
  {
    name: "an answer that is no JSON",
    longest: answerBytes,
    read: (text) => attempt(() => parseAnswer(orderQuery, text)),
  },
  {
    name: "a signature in an answer",
    longest: answerBytes,
    read: signatureTruncation(
      signRequest({ body: "{}", secret, id: "test_1", timestampS: 1 }) as Record<string, string>,
    ),
  },
  {
    name: "headers of a request to a shop",
    longest: headBytes,
    read: (text) => {
      for (const name of ["webhook-signature", "x-hub-signature", "webhook-id"]) {
        const headers = {
          "webhook-id": "test_1",
          "webhook-timestamp": "1763999999",
          [name]: bytesOf(text),
        };
        verifyRequest({ body: "{}", headers, secrets: secret, allowLegacy: true });
      }
    },
  },
  {
    name: "a token of an identity",
    longest: headBytes,
    read: (text) => {
      const part = Buffer.from(text).toString("base64url");
      for (const token of [text, `${part}.${part}.${part}`, signedToken(text)]) {
        verifyIdentity(token, { secrets: [secret], botId: "bot_1", nowS: 1 });
      }
    },
  },
  { name: "a line of the terminal", longest: answerBytes, read: (text) => showControls(text) },
];

/** A refusal is as good as an answer: what counts is how soon it comes. */
function attempt(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    assert(error instanceof ProtocolError);
  }
}

/** Signed by the shop itself, which may be somebody else's. */
function signedToken(text: string): string {
  const encode = (json: string) => Buffer.from(json).toString("base64url");
  const signed = `${encode('{"alg":"HS256"}')}.${encode(`{"sub":"${jsonOf(text)}"}`)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

/**
 * Whether the whole takes as many times as long as a quarter as only what is not linear does. Of some runs the
 * quickest counts, for what else the machine does adds to it only: one that is quick enough is enough.
 */
function growth(readPart: () => void, readWhole: () => void): string | null {
  let [partMs, wholeMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let tries = 0; tries < 6; tries += 1) {
    wholeMs = Math.min(wholeMs, spent(readWhole));
    if (wholeMs <= unnoticedMs) return null;
    for (let nth = 0; nth < 3; nth += 1) partMs = Math.min(partMs, spent(readPart));
    if (wholeMs < maxGrowth * Math.max(partMs, 1)) return null;
  }
  return `${partMs} ms for a quarter, ${wholeMs} ms for all`;
}

/** What of all that is hostile holds this reader up. */
function findDelays({ longest, read }: Reader): string[] {
  return hostile.flatMap((parts) => {
    const [part, whole] = [fill(parts, longest / 4), fill(parts, longest)];
    try {
      const grown = growth(
        () => void read(part),
        () => void read(whole),
      );
      return grown === null ? [] : [`${JSON.stringify(parts)}: ${grown}`];
    } catch (error) {
      return [`${JSON.stringify(parts)}: ${String(error)}`];
    }
  });
}

describe("what strangers write holds nothing up", () => {
  for (const reader of readers) {
    it(`in ${reader.name}, at ${reader.longest} characters`, () => {
      assert.deepEqual(findDelays(reader), []);
    });
  }
});
