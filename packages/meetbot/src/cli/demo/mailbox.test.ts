import assert from "node:assert/strict";
import { test } from "node:test";
import type { Mail } from "@meetbot/model/mail.ts";
import { Hono } from "hono";
import { createMailbox } from "./mailbox.ts";

function numbered(number: number): Mail {
  return {
    to: `customer-${number}@shop.example`,
    subject: `Mail ${number}`,
    text: `Text ${number}`,
    html: `<p>Page ${number}</p>`,
  };
}

test("a mail is told of at once, and shown to programs newest first", async () => {
  const told: Mail[] = [];
  const { mailer, pages } = createMailbox({ onMail: (mail) => told.push(mail) });
  assert.equal(await mailer.send(numbered(1)), "sent");
  assert.equal(await mailer.send(numbered(2)), "sent");

  const response = await pages.request("/mails");
  assert.equal(response.headers.get("cache-control"), "no-store");
  const mails = (await response.json()) as { at: string }[];
  assert.deepEqual(
    mails.map(({ at, ...rest }) => ({ ...rest, at: new Date(at).toISOString() === at })),
    [
      { to: "customer-2@shop.example", subject: "Mail 2", text: "Text 2", at: true },
      { to: "customer-1@shop.example", subject: "Mail 1", text: "Text 1", at: true },
    ],
  );
  assert.deepEqual(told, [numbered(1), numbered(2)]);
});

test("the last 20 mails are kept", async () => {
  const { mailer, pages } = createMailbox({ onMail: () => {} });
  for (let number = 1; number <= 21; number += 1) await mailer.send(numbered(number));
  const mails = (await (await pages.request("/mails")).json()) as { subject: string }[];
  assert.equal(mails.length, 20);
  assert.equal(mails[0]?.subject, "Mail 21");
  assert.equal(mails[19]?.subject, "Mail 2");
});

test("an empty mailbox says so", async () => {
  const { pages } = createMailbox({ onMail: () => {} });
  assert.deepEqual(await (await pages.request("/mails")).json(), []);
  assert.match(await (await pages.request("/")).text(), /No mail yet/);
});

test("people see the mails, newest first, on a page that says that they never left", async () => {
  const { mailer, pages } = createMailbox({ onMail: () => {} });
  await mailer.send(numbered(1));
  await mailer.send(numbered(2));
  const app = new Hono().route("/demo/mailbox", pages);
  const response = await app.request("/demo/mailbox");
  assert.equal(response.status, 200);
  const page = await response.text();
  assert.deepEqual(page.match(/(?<=<h2[^>]*>)[^<]+/g), ["Mail 2", "Mail 1"]);
  assert.match(page, /customer-2@shop\.example/);
  assert.match(page, /never left this machine/);
  assert.match(page, /<meta http-equiv="refresh" content="5">/);
});

test("a mail is shown in a frame that may do nothing, and cannot break out of it", async () => {
  const { mailer, pages } = createMailbox({ onMail: () => {} });
  const html = `<p>"A' & b</p></iframe><script>alert(1)</script>`;
  await mailer.send({ to: "<i>@shop.example", subject: `<i>"Code"</i>`, text: "", html });
  const page = await (await pages.request("/")).text();
  const escaped =
    "&lt;p&gt;&quot;A&#39; &amp; b&lt;/p&gt;&lt;/iframe&gt;&lt;script&gt;alert(1)&lt;/script&gt;";
  assert(page.includes(`<iframe sandbox srcdoc="${escaped}"`), page);
  assert.doesNotMatch(page, /<script|<i>/);
});

test("the page may load nothing, run nothing, send nothing and be framed nowhere", async () => {
  const { pages } = createMailbox({ onMail: () => {} });
  const { headers } = await pages.request("/");
  assert.equal(
    headers.get("content-security-policy"),
    "default-src 'none'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  assert.equal(headers.get("cache-control"), "no-store");
});
