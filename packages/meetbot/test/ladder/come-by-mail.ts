import assert from "node:assert/strict";
import type { Mail } from "@meetbot/model/mail.ts";
import type { CustomerLocale } from "@meetbot/presentation";
import { sendReplyMails } from "../../src/operations/waiting/send-reply-mails.ts";
import { pick } from "../fixtures/random.ts";
import { livesFor } from "./come-to-shop.ts";
import { type Customer, type CustomerDeps, openCustomer, textOf } from "./customer.ts";
import { wasShown } from "./look-as-operators.ts";
import { nothingProved, type Proved } from "./may-see.ts";
import type { Operators } from "./operators.ts";
import { wordOf } from "./sensitive-value.ts";

/**
 * Plays a customer who leaves and a person who answers. Then someone reads the answer in a mailbox and returns by the
 * mail's link: the customer if they had proved the mailbox, otherwise the mailbox's owner. Returns the number of turns.
 */
export async function comeByMail(
  gone: Customer,
  deps: CustomerDeps & { operators: Operators; locale: CustomerLocale },
): Promise<number> {
  const { node, shop, random, findings, network, operators, locale } = deps;
  const { botId } = shop;
  gone.talker.leave();
  const [own] = gone.proved.accounts.keys();
  const self = shop.customers.find(({ email }) => email === own) ?? pick(random, shop.customers);
  const { order } = pick(random, self.orders);
  const isTelling = random.percent(50);
  const text = isTelling ? `It is ${order.order_number}.` : "We are looking into it.";
  const { conversationId } = gone.talker;
  const answered = await operators.call(
    ...([
      "editor",
      botId,
      `POST /conversations/${conversationId}/messages`,
      { text, overtake: true },
    ] as const),
  );
  assert.equal(answered.status, 200, await answered.text());
  const proved: Proved = { ...nothingProved(), ...(own !== undefined && gone.proved) };
  if (isTelling) proved.said.add(wordOf(order.order_number));
  const mail = await mailAnswer({ botId, conversationId }, self.email, deps);
  if (!mail) return 0;
  if (own === undefined) findings.checkNothing("mail of a person's answer", textOf(mail));
  else {
    findings.check("mail of a person's answer, proved", textOf(mail), botId, (value) =>
      wasShown(value, { proved }, deps),
    );
  }
  const link = node.url + new URL(/https:\S+/.exec(mail.text)?.[0] ?? "").pathname;
  findings.checkNothing("page of a mail's link", await (await fetch(link)).text());
  const opened = await fetch(link, { method: "POST" });
  assert.equal(opened.status, 200, await opened.clone().text());
  const { token } = (await opened.json()) as { token: string };
  proved.accounts.set(self.email, node.now() + livesFor.code);
  const seat = { url: node.url, botId, network, conversationId, token };
  const back = await openCustomer(deps, { self, locale, seat, proved });
  await back.comeBack();
  // A person has it: given back, the bot answers.
  await operators.call("editor", botId, `POST /conversations/${conversationId}/release`, {});
  await back.ask(3);
  back.talker.leave();
  // In the conversation lies what either of them was shown.
  for (const [email, until] of proved.accounts) gone.proved.accounts.set(email, until);
  for (const key of ["said", "numbers", "emails"] as const) {
    for (const one of proved[key]) gone.proved[key].add(one);
  }
  return back.turns();
}

/** Mails what the person answered, as a minute later. */
async function mailAnswer(
  ref: { botId: string; conversationId: string },
  email: string,
  { node: { store } }: CustomerDeps,
): Promise<Mail | undefined> {
  const mails: Mail[] = [];
  const messages = await store.mailbox.messagesAfter(ref, 0, 1_000);
  const upToSeq = messages.findLast(({ from }) => from === "person")?.seq ?? 0;
  await sendReplyMails({
    ...{ mailbox: store.mailbox, limits: store.limits, botOf: store.bots.find },
    ...{ publicUrl: "https://bots.example", log: { warn() {} } },
    waiting: {
      ...store.waiting,
      claimReplyMails: async () => [{ ...ref, afterSeq: upToSeq - 1, upToSeq, tries: 1 }],
      leftEmailOf: async () => email,
    },
    mailer: {
      async send(mail) {
        mails.push(mail);
        return "sent";
      },
    },
  });
  return mails[0];
}
