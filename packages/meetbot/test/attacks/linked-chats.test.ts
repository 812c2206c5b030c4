import assert from "node:assert/strict";
import { test } from "node:test";
import { signIdentity, signLink } from "@meetbot/sdk";
import { endingNow } from "../../src/operations/secrets/ending-now.ts";
import { botId, newMid } from "../../src/server/webhooks/messenger.fixture.ts";
import { createForger } from "../fixtures/forged-identity.ts";
import { type LinkingShop, startLinkingShop } from "../fixtures/linking-shop.ts";
import type { Shopper } from "../fixtures/shopper.ts";

// Mallory writes to the shop in Messenger, and is after what Jane ordered. Jane is signed in at the
// shop, and confirms whatever she is sent.

const assertUnseen = (said: string, { everything }: Shopper) => {
  for (const word of everything) assert(!said.toLowerCase().includes(word.toLowerCase()), word);
};

const assertSeen = (said: string, { orders }: Shopper) => {
  for (const { elements } of orders) assert(said.includes(elements[0]!.title), said);
};

const heardBy = ({ graph }: LinkingShop, { id }: { id: string }) =>
  JSON.stringify(graph.sent.filter(({ user }) => user === id));

test("who signs in at the shop and types what its page shows sees all that is theirs", async (t) => {
  const shop = await startLinkingShop(t);
  const customer = await shop.newCustomer();
  const said = await customer.links(shop.jane.email);
  assert.match(said, /linked with the account j····@shopper\.example/);
  assertSeen(said, shop.jane);
  const [order] = shop.jane.orders;
  await customer.write(`show order ${order!.order_number}`);
  const whole = JSON.stringify(await customer.reads(3));
  assert(whole.includes(order!.recipient_name!), whole);
});

test("a stranger whose link the victim confirms sees nothing without what her page shows", async (t) => {
  const shop = await startLinkingShop(t);
  const mallory = await shop.newCustomer();
  const jane = await shop.newCustomer();
  const { body } = await shop.confirm(shop.jane.email, await mallory.getsLink());
  const wrong = ["000000", "111111", "222222", "333333", "444444", "555555"]
    .filter((digits) => digits !== body.code)
    .slice(0, 5);
  for (const digits of wrong) await mallory.says(digits, 1);
  // The right ones come too late, and in her own chat they never counted.
  const late = await mallory.says(String(body.code), 1);
  assert.match(late, /no longer counts/);
  await jane.says(String(body.code), 1);
  assertUnseen(heardBy(shop, mallory), shop.jane);
  assertUnseen(heardBy(shop, jane), shop.jane);
  assert.equal(shop.shop.accounts().length, 0);
});

test("a link counts once, for whoever comes first", async (t) => {
  const shop = await startLinkingShop(t);
  const customer = await shop.newCustomer();
  const link = await customer.getsLink();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => shop.confirm(shop.jane.email, link)),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [
    201,
    ...Array.from({ length: 7 }, () => 410),
  ]);
  const again = await shop.confirm(shop.mallory.email, link);
  assert.deepEqual([again.status, again.body.error?.code], [410, "link_over"]);
});

test("a link counts for 5 minutes, and what the page shows too", async (t) => {
  const shop = await startLinkingShop(t);
  const customer = await shop.newCustomer();
  const expire = () => shop.run("update link_offers set expires_at = now() - interval '1 second'");
  const early = await customer.getsLink();
  const [{ minutes } = {}] = (await shop.run(
    "select extract(epoch from expires_at - now()) / 60 as minutes from link_offers",
  )) as { minutes?: string }[];
  assert(Number(minutes) > 4 && Number(minutes) <= 5, minutes);
  await expire();
  assert.equal((await shop.confirm(shop.jane.email, early)).status, 410);

  const link = await customer.getsLink();
  const { body } = await shop.confirm(shop.jane.email, link);
  await expire();
  assert.match(await customer.says(String(body.code), 1), /no longer counts/);
});

test("the newest link of a chat is the only one, and nothing else is one", async (t) => {
  const shop = await startLinkingShop(t);
  const customer = await shop.newCustomer();
  const first = await customer.getsLink();
  const second = await customer.getsLink();
  assert.notEqual(first, second);
  assert.equal(Buffer.from(second, "base64url").length, 32);
  assert.equal((await shop.confirm(shop.jane.email, first)).status, 410);
  assert.equal((await shop.confirm(shop.jane.email, "A".repeat(43))).status, 410);
  assert.equal((await shop.confirm(shop.jane.email, second)).status, 201);
});

test("a link of one bot is nothing at another, nor is what another bot's shop signs", async (t) => {
  const shop = await startLinkingShop(t);
  const link = await (await shop.newCustomer()).getsLink();
  const { otherId, otherSecret } = shop;
  const account = shop.jane.email;
  const ofOther = signLink({ identitySecret: otherSecret, botId: otherId, account, link });
  assert.equal((await shop.tell("POST", { identity: ofOther }, otherId)).status, 410);
  assert.equal((await shop.tell("POST", { identity: ofOther })).status, 401);
  const forOther = signLink({ identitySecret: otherSecret, botId, account, link });
  assert.equal((await shop.tell("POST", { identity: forOther })).status, 401);
  assert.equal((await shop.tell("POST", { identity: ofOther }, "bot_none")).status, 404);
});

test("no token counts for anything but what it was made for", async (t) => {
  const shop = await startLinkingShop(t);
  const customer = await shop.newCustomer();
  const link = await customer.getsLink();
  const { email } = shop.jane;
  const nowS = Math.floor(Date.now() / 1000);
  const claims = { sub: email, aud: botId, iat: nowS, exp: nowS + 300 };
  const forge = createForger(shop.identitySecret, { ...claims, link });
  const none = forge({ header: { alg: "none" } });
  const forLink: unknown[] = [
    shop.forChat(email),
    shop.forUnlink(email),
    none,
    none.replace(/[^.]*$/, ""),
    forge({ claims: { unlink: true } }),
    forge({ claims: { unlink: false } }),
    forge({ claims: { link: [link] } }),
    forge({ claims: { link: `${link} ` } }),
    forge({ claims: { link: "" } }),
    forge({ claims: { exp: nowS - 60 } }),
    forge({
      claims: `{"link":"${"B".repeat(43)}",${JSON.stringify({ ...claims, link }).slice(1)}`,
    }),
    undefined,
    { sub: email, link },
  ];
  for (const identity of forLink) {
    const { status, body } = await shop.tell("POST", { identity });
    assert.deepEqual([status, body.error?.code], [401, "invalid_identity"], String(identity));
  }
  for (const identity of [shop.forChat(email), shop.forLink(email, link), none]) {
    assert.equal((await shop.tell("DELETE", { identity })).status, 401);
  }
  for (const identity of [shop.forLink(email, link), shop.forUnlink(email)]) {
    const opened = await fetch(`${shop.url}/chat/${botId}/conversations`, {
      method: "POST",
      body: JSON.stringify({ identity }),
    });
    assert.equal(opened.status, 401);
  }
  // None of them used the link up.
  assert.equal((await shop.confirm(email, link)).status, 201);
});

test("bodies that are none get a sentence, and the link stays", async (t) => {
  const shop = await startLinkingShop(t);
  const link = await (await shop.newCustomer()).getsLink();
  const identity = shop.forLink(shop.jane.email, link);
  for (const body of ["", "[]", "null", "{", { identity, also: "yes" }]) {
    assert.equal((await shop.tell("POST", body)).status, 400);
  }
  const wrongMethod = await fetch(`${shop.url}/chat/${botId}/links`);
  assert.equal(wrongMethod.headers.get("allow"), "POST, DELETE");
  assert.equal((await shop.tell("POST", { identity })).status, 201);
});

test("an account has one chat, unless its owner says that another one is theirs too", async (t) => {
  const shop = await startLinkingShop(t);
  const one = await shop.newCustomer();
  const two = await shop.newCustomer();
  const { email } = shop.jane;
  const links = [await one.getsLink(), await two.getsLink()];
  const answers = await Promise.all(links.map((link) => shop.confirm(email, link)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
  const isFirst = answers[0]?.status === 201;
  const [winner, loser] = isFirst ? [one, two] : [two, one];
  const { code } = answers[isFirst ? 0 : 1]!.body;
  assertSeen(await winner.says(String(code), 2), shop.jane);

  const refused = await shop.confirm(email.toUpperCase(), links[isFirst ? 1 : 0]!);
  assert.deepEqual([refused.status, refused.body.error?.code], [409, "already_linked"]);
  assert(Date.parse(String(refused.body.linked_at)) > Date.now() - 60_000);
  const also = await shop.confirm(email, links[isFirst ? 1 : 0]!, true);
  assert.equal(also.status, 201);
  assertSeen(await loser.says(String(also.body.code), 2), shop.jane);
  assert.equal((await shop.unlink(email)).body.unlinked, 2);
});

test("a chat that is linked with another account shows the first one's orders no more", async (t) => {
  const shop = await startLinkingShop(t);
  const customer = await shop.newCustomer();
  await customer.links(shop.jane.email);
  const link = await customer.getsNewLink();
  await shop.pause();
  await customer.write("my orders");
  await shop.turnsTaken();
  const { body } = await shop.confirm(shop.mallory.email, link);
  await customer.write(String(body.code));
  await shop.turnsTaken();
  await shop.goOn();
  const said = JSON.stringify(await customer.reads(3));
  for (const word of shop.jane.person) assert(!said.includes(word), said);
  assert(!said.includes(shop.jane.orders[0]!.order_number), said);
});

test("unlinked by the shop, nothing is shown any more: not what waits to be sent, and not what is being looked up", async (t) => {
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  let isSlow = false;
  const shop = await startLinkingShop(t, (lookUps) => ({
    ...lookUps,
    async orders(question) {
      if (isSlow) {
        asked.resolve();
        await answered.promise;
      }
      return lookUps.orders(question);
    },
  }));
  const customer = await shop.newCustomer();
  await customer.links(shop.jane.email);
  await shop.pause();
  await customer.write("my orders");
  await shop.turnsTaken();
  isSlow = true;
  await customer.write("and the past ones?");
  await asked.promise;
  const { status, body } = await shop.unlink(shop.jane.email);
  assert.deepEqual([status, body.unlinked], [200, 1]);
  answered.resolve();
  await shop.goOn();
  const said = JSON.stringify(await customer.reads(2));
  assertUnseen(said.replaceAll("j····", ""), shop.jane);
  assert.match(said, /····/);
  assert.equal((await shop.unlink(shop.jane.email)).body.unlinked, 0);
});

test("who signs out is nobody, whoever else is linked with the account", async (t) => {
  const shop = await startLinkingShop(t);
  const one = await shop.newCustomer();
  const two = await shop.newCustomer();
  await one.links(shop.jane.email);
  await two.links(shop.jane.email, true);
  assert.match(await one.says("sign out", 1), /You are signed out/);
  const asked = shop.shop.accounts().length;
  for (const words of ["my orders", `where is ${shop.jane.orders[0]!.order_number}?`]) {
    assertUnseen(await one.says(words, 1), { ...shop.jane, everything: shop.jane.person });
  }
  assert.equal(shop.shop.accounts().length, asked);
  assertSeen(await two.says("my orders", 1), shop.jane);
});

test("what Messenger says of a customer, and what a link to the chat carries, proves nothing", async (t) => {
  const shop = await startLinkingShop(t);
  const customer = await shop.newCustomer();
  const link = await customer.getsLink();
  await shop.confirm(shop.jane.email, link);
  const { email } = shop.jane;
  await customer.act({ message: { mid: newMid(), text: email, quick_reply: { payload: email } } });
  await customer.act({ referral: { ref: link, source: "SHORTLINK", type: "OPEN_THREAD" } });
  await customer.act({ referral: { ref: email, source: "SHORTLINK", type: "OPEN_THREAD" } });
  await customer.act({ account_linking: { status: "linked", authorization_code: link } });
  await customer.says("my orders", 1);
  await shop.graph.settled();
  assertUnseen(heardBy(shop, customer).replaceAll(email, ""), {
    ...shop.jane,
    everything: shop.jane.everything.filter((word) => word !== email),
  });
  assert.equal(shop.shop.accounts().length, 0);
});

test("links are handed out a few times an hour", async (t) => {
  const shop = await startLinkingShop(t);
  const customer = await shop.newCustomer();
  for (let times = 0; times < 6; times += 1) await customer.getsLink();
  await customer.write("my orders");
  const [question] = await customer.reads(1);
  await assert.rejects(
    customer.taps(question!, "Sign in at the shop"),
    /no template.*enough links/,
  );
});

test("neither database nor log holds a link, its digits or the account in clear", async (t) => {
  const shop = await startLinkingShop(t);
  const customer = await shop.newCustomer();
  const link = await customer.getsLink();
  const { body } = await shop.confirm(shop.jane.email, link);
  await customer.says(String(body.code), 2);
  const rows = JSON.stringify([
    await shop.run("select l::text from link_offers l"),
    await shop.run("select l::text from account_links l"),
    await shop.run("select encode(body, 'escape') from messages"),
    shop.logged,
  ]);
  for (const secret of [link, String(body.code), shop.jane.email, "jane"]) {
    assert(!rows.includes(secret), secret);
  }
});

test("whoever is forgotten, or asks it, leaves no link behind", async (t) => {
  const shop = await startLinkingShop(t);
  const customer = await shop.newCustomer();
  await customer.links(shop.jane.email);
  const stranger = await shop.newCustomer();
  await shop.confirm(shop.jane.email, await stranger.getsLink(), true);
  assert.equal(await shop.store.forgetCustomer(shop.jane.email), 1);
  const left = await shop.run(
    "select conversation_id from account_links union all select conversation_id from link_offers",
  );
  assert.deepEqual(left, []);
  assertUnseen(await customer.says("my orders", 1), shop.jane);
});

test("all links of a bot end together, such as after its identity secret leaked", async (t) => {
  const shop = await startLinkingShop(t);
  const one = await shop.newCustomer();
  const two = await shop.newCustomer();
  await one.links(shop.jane.email);
  const late = await two.getsLink();
  const { body } = await shop.confirm(shop.mallory.email, late);
  assert.equal(await shop.store.links.unlink(botId, null, endingNow()), 1);
  assertUnseen(await one.says("my orders", 1), shop.jane);
  assert.match(await two.says(String(body.code), 1), /no longer counts/);
});

test("an identity for the chat of a page opens that chat, and no link", async (t) => {
  const shop = await startLinkingShop(t);
  const identity = signIdentity({
    identitySecret: shop.identitySecret,
    botId,
    account: shop.jane.email,
  });
  const opened = await fetch(`${shop.url}/chat/${botId}/conversations`, {
    method: "POST",
    body: JSON.stringify({ identity }),
  });
  assert.equal(opened.status, 201);
  assert.deepEqual(await shop.run("select 1 from account_links"), []);
});
