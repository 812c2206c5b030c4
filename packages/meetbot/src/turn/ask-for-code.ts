import type { Question } from "@meetbot/model/conversation/ask.ts";
import type { CodeOutcome, PendingCode } from "@meetbot/model/conversation/code.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { Exceeded } from "@meetbot/model/limit.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import {
  type Addressee,
  type CodeDesk,
  checkCode,
  handOver,
  isLiving,
  makeCode,
  sendCode,
} from "../identity/code.ts";
import {
  codeAttempts,
  codeMiss,
  firstCodeAttempts,
  isOfMailbox,
  isStopping,
} from "../identity/limits.ts";
import { accountProof, learnFromCode } from "../identity/proofs.ts";
import { isKnownToShop } from "./is-known-to-shop.ts";
import { type AskContext, type Heard, type TurnDeps, toRateLimitSubject } from "./turn-deps.ts";

/**
 * Sends a code to an email. While very many codes are requested, only customers that the shop knows get one: this
 * protects the mail server's reputation, and no stranger locks customers out. Everybody gets the same reply, and at
 * once: neither its words nor its timing reveal whom the shop knows. Throws where there is no mail server, which is a
 * bug: the bot offers no code there.
 */
export async function mailCode(email: string, asking: AskContext, world: TurnDeps): Promise<Heard> {
  const { bot, conversationId, locale, proofs, code } = asking;
  const { codes } = world;
  if (!codes) throw new Error("A code is to be sent, and there is no mail server.");
  const now = world.now();
  if (accountProof(proofs, email, now)) return hear(asking, { kind: "proved" }, code);
  const kept = isLiving(code, now) && code.email === email ? code : null;
  const exceeded = await countCode(email, asking, world);
  const stopped = exceeded.find(({ limit }) => isStopping(limit));
  if (stopped) {
    const { retryAfterS } = stopped;
    return hear(asking, { kind: "limited", retryAfterS, pending: kept !== null }, kept);
  }
  const to = { conversationId, email, locale, botName: bot.name };
  if (exceeded.length > 0) {
    const made = makeCode(to, codes, now);
    const ask = (question: Question) => world.askMerchant(question, { anew: true, locale });
    const afterwards = () => mailIfKnown(to, made.digits, codes, ask);
    return { ...hear(asking, { kind: "sent" }, made.code), afterwards };
  }
  const sent = await sendCode(to, codes, now);
  return hear(asking, sent.outcome, sent.code ?? kept);
}

/** Counts a requested code; a mailbox that has used up its own limit has a reserve. */
async function countCode(email: string, asking: AskContext, world: TurnDeps): Promise<Exceeded[]> {
  const trier = toRateLimitSubject(asking, world);
  const counted = codeAttempts(email, world.newToken(), trier);
  const exceeded = await world.limits.count(asking.bot.id, counted);
  const stopping = exceeded.filter(({ limit }) => isStopping(limit));
  if (stopping.length === 0 || !stopping.every(({ limit }) => isOfMailbox(limit))) return exceeded;
  return world.limits.count(asking.bot.id, firstCodeAttempts(email, world.newToken(), trier));
}

async function mailIfKnown(
  to: Addressee,
  digits: string,
  codes: CodeDesk,
  ask: (question: Question) => ReturnType<TurnDeps["askMerchant"]>,
): Promise<Delivery[]> {
  const { isKnown, deliveries } = await isKnownToShop(to.email, ask);
  if (isKnown) await handOver(to, digits, codes);
  return deliveries;
}

/**
 * Checks the code that a customer typed; the right one proves the account it was sent to. Throws if there is no mail
 * server, which is a bug in Meetbot.
 */
export async function checkTypedCode(
  typed: string,
  asking: AskContext,
  world: TurnDeps,
): Promise<Heard> {
  const { bot, conversationId, proofs, code } = asking;
  if (!world.codes) throw new Error("A code is to be checked, and there is no mail server.");
  const now = world.now();
  const checked = checkCode(code, typed, conversationId, world.codes.hash, now);
  const { kind } = checked.outcome;
  if (kind === "wrong" || kind === "used_up") {
    await world.limits.note(bot.id, codeMiss(world.newToken(), toRateLimitSubject(asking, world)));
  }
  const proved = kind === "right" && code ? learnFromCode(proofs, code.email, now) : proofs;
  return hear(asking, checked.outcome, checked.code, proved);
}

function hear(
  { proofs }: AskContext,
  outcome: CodeOutcome,
  code: PendingCode | null,
  learned: Proof[] = proofs,
): Heard {
  return { input: { kind: "code", outcome }, proofs: learned, code, deliveries: [] };
}
