import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { text as readAll } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import type { Mail } from "@meetbot/model/mail.ts";
import { dnsCache } from "nodemailer/lib/shared";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { createSmtpMailer, defaultTimeouts, type MailTimeouts } from "./smtp-mailer.ts";

const address = "yilia@meetbot.biz";
const password = "p@ss word%";
const code = "402917";
const mail: Mail = {
  to: address,
  subject: "Your code",
  text: `Type ${code}.`,
  html: `<p>Type <b>${code}</b>.</p>`,
};

/** A name that is not of this machine, though the mails of these tests never leave it. */
const farHost = "mail.shop.example";
dnsCache.set(farHost, { value: { addresses: ["127.0.0.1"] } });

test("a mail arrives at its one recipient, with both bodies, and says that a program sent it", async (t) => {
  const server = await startServer(t);
  const { mailer, logged } = createMailer(server.url());
  assert.equal(await mailer.send(mail), "sent");
  assert.deepEqual(server.recipients, [[address]]);
  const [arrived = ""] = server.mails;
  assert.match(arrived, /^From: Shop <orders@shop\.example>\r$/m);
  assert.match(arrived, /^To: yilia@meetbot\.biz\r$/m);
  assert.match(arrived, /^Subject: Your code\r$/m);
  assert.match(arrived, /^Auto-Submitted: auto-generated\r$/m);
  assert.match(arrived, /^X-Auto-Response-Suppress: All\r$/m);
  assert.doesNotMatch(arrived, /^(?:cc|bcc|content-disposition):/im);
  assert.match(arrived, /^Content-Type: text\/plain[\s\S]+^Type 402917\.\r$/m);
  assert.match(arrived, /^Content-Type: text\/html[\s\S]+^<p>Type <b>402917<\/b>\.<\/p>\r$/m);
  assert.deepEqual(logged, []);
});

test("mails of a thread name the first one, each by a name of its own that writes no header", async (t) => {
  const server = await startServer(t);
  const { mailer } = createMailer(server.url());
  await mailer.send({ ...mail, thread: { id: "c_1", first: "c_1" } });
  await mailer.send({ ...mail, thread: { id: "c_1:7\r\nBcc: <e@x.example>", first: "c_1" } });
  const [first = "", second = ""] = server.mails;
  assert.match(first, /^Message-ID: <c_1@shop\.example>\r$/m);
  assert.doesNotMatch(first, /^(?:in-reply-to|references):/im);
  assert.match(second, /^Message-ID: <c_1\.7\.Bcc\.e\.x\.example\.@shop\.example>\r$/m);
  assert.match(second, /^In-Reply-To: <c_1@shop\.example>\r$/m);
  assert.match(second, /^References: <c_1@shop\.example>\r$/m);
  assert.doesNotMatch(second, /^bcc/im);
});

test("a mail that can be ended says so to the mail program, as RFC 8058 has it", async (t) => {
  const server = await startServer(t);
  const { mailer } = createMailer(server.url());
  const unsubscribe = `https://bots.example/chat/bot_1049b7ec054b/u/${"c".repeat(36)}.${"m".repeat(22)}`;
  await mailer.send({ ...mail, unsubscribe });
  const [arrived = ""] = server.mails;
  const unfolded = arrived.replaceAll(/\r\n[ \t]/g, " ");
  assert.match(unfolded, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  assert.ok(unfolded.includes(`List-Unsubscribe: <${unsubscribe}>\r\n`), unfolded);
  assert.match(unfolded, /^Auto-Submitted: auto-generated\r$/m);
});

test("what is not exactly one address reaches nobody, and no server is asked", async (t) => {
  const server = await startServer(t, { lenientAddressParsing: true });
  const { mailer, logged } = createMailer(server.url());
  const wrong = [
    "a@b.example, c@d.example",
    "a@b.example,<c@d.example>",
    "a: c@d.example;",
    "a@b.example>\r\nRCPT TO:<c@d.example",
  ];
  for (const to of wrong) assert.equal(await mailer.send({ ...mail, to }), "address_refused", to);
  assert.deepEqual(server.recipients, []);
  assert.deepEqual(logged, []);
});

test("a line break in the subject writes no header", async (t) => {
  const server = await startServer(t);
  const { mailer } = createMailer(server.url());
  await mailer.send({ ...mail, subject: "Your code\r\nBcc: eve@shop.example\r\n\r\nBody" });
  assert.deepEqual(server.recipients, [[address]]);
  assert.doesNotMatch(server.mails[0] ?? "", /^(?:bcc|body)/im);
});

test("a sender's name may hold what separates addresses elsewhere, quoted or not", async (t) => {
  const server = await startServer(t);
  for (const name of ["Shop, Inc.", "Shop: all; things", "Shop (EU)", '"Shop (EU)"']) {
    const { mailer } = createMailer(server.url(), { from: `${name} <orders@shop.example>` });
    assert.equal(await mailer.send(mail), "sent");
    const [arrived = ""] = server.mails.splice(0);
    const [, from] = /^From: (.*)\r$/m.exec(arrived) ?? [];
    assert.equal(from, `"${name.replaceAll('"', "")}" <orders@shop.example>`);
  }
});

test("a recipient who is refused for good is told apart", async (t) => {
  const server = await startServer(t, {
    onRcptTo: ({ address }, _session, done) => done(refusal(550, `no mailbox ${address}`)),
  });
  const { mailer, logged } = createMailer(server.url());
  assert.equal(await mailer.send(mail), "address_refused");
  assertLogged(logged, { code: "EENVELOPE", responseCode: 550, command: "RCPT TO" });
});

test("a mailbox that is busy is not refused for good", async (t) => {
  const server = await startServer(t, {
    onRcptTo: ({ address }, _session, done) => done(refusal(450, `busy: ${address}`)),
  });
  await assertFailed(server.url(), { responseCode: 450, command: "RCPT TO" });
});

test("who is refused as sender, or with what the mail says, has no wrong recipient", async (t) => {
  const strict = await startServer(t, {
    onMailFrom: (_address, _session, done) => done(refusal(550, "not from you")),
  });
  await assertFailed(strict.url(), { responseCode: 550, command: "MAIL FROM" });
  const picky = await startServer(t, {
    onData: (stream, _session, done) => stream.resume().on("end", () => done(refusal(554, code))),
  });
  await assertFailed(picky.url(), { responseCode: 554, command: "DATA" });
});

test("where no server listens, sending fails", async (t) => {
  const server = await listen(t, createServer());
  const url = urlOf(server);
  server.close();
  await once(server, "close");
  await assertFailed(url, { code: "ESOCKET", command: "CONN" });
});

test("a server that never greets is given up, as never connected or as silent", async (t) => {
  const server = await listen(t, createServer());
  const patient = { connectMs: 60_000, greetingMs: 60_000, silenceMs: 60_000 };
  const expected = { code: "ETIMEDOUT", command: "CONN" };
  await assertFailed(urlOf(server), expected, { ...patient, connectMs: 100 });
  await assertFailed(urlOf(server), expected, { ...patient, greetingMs: 100 });
});

test("a server that hangs after the mail's last byte is given up", async (t) => {
  const server = await startServer(t, { onData: (stream) => void stream.resume() });
  await assertFailed(server.url(), { code: "ETIMEDOUT" }, { silenceMs: 1_000 });
  assert.deepEqual(server.recipients, [[address]]);
});

test("a server that always says a bit more is given up", async (t) => {
  const talker = await listen(
    t,
    createServer((socket) => {
      const talk = setInterval(() => socket.write("220-and\r\n"), 20);
      socket.on("error", () => {}).on("close", () => clearInterval(talk));
    }),
  );
  await assertFailed(urlOf(talker), { code: "EABORT" }, { totalMs: 300 });
});

test("sending takes 10 seconds at most", () => {
  assert(Object.values(defaultTimeouts).every((ms) => ms <= 10_000));
});

test("a server on this machine gets name and password as they are", async (t) => {
  const server = await startServer(t, { ...askForPassword, disabledCommands: ["STARTTLS"] });
  for (const host of ["127.0.0.1", "localhost", "LOCALHOST"]) {
    const { mailer } = createMailer(server.url({ host, password }));
    assert.equal(await mailer.send(mail), "sent", host);
  }
});

test("a server on this machine may have a certificate of its own making", async (t) => {
  const server = await startServer(t);
  const { mailer } = createMailer(server.url());
  assert.equal(await mailer.send(mail), "sent");
});

test("a wrong password is a failure", async (t) => {
  const server = await startServer(t, { ...askForPassword, disabledCommands: ["STARTTLS"] });
  const expected = { code: "EAUTH", responseCode: 535 };
  await assertFailed(server.url({ password: `${password}!` }), expected);
  assert.equal(server.passwordsSeen(), 1);
});

test("a password goes to no other machine without TLS", async (t) => {
  const server = await startServer(t, { disabledCommands: ["STARTTLS"] });
  const expected = { code: "ETLS", command: "STARTTLS" };
  await assertFailed(server.url({ host: farHost, password }), expected);
  assert.equal(server.passwordsSeen(), 0);
  assert.deepEqual(server.recipients, []);
});

test("nothing in the URL lifts the rule about passwords", async (t) => {
  const server = await startServer(t, { disabledCommands: ["STARTTLS"] });
  const url = server.url({ host: farHost, password });
  await assertFailed(`${url}/?requireTLS=false&ignoreTLS=true&secure=false`, { code: "ETLS" });
  assert.equal(server.passwordsSeen(), 0);
});

test("a server whose certificate nobody vouches for gets neither password nor mail", async (t) => {
  const upgrading = await startServer(t);
  const secure = await startServer(t, { secure: true });
  for (const url of [
    upgrading.url({ host: farHost, password }),
    upgrading.url({ host: farHost }),
    secure.url({ scheme: "smtps", host: farHost, password }),
    secure.url({ scheme: "smtps", password }),
    `${secure.url({ scheme: "smtps", password })}/?tls.rejectUnauthorized=false`,
  ]) {
    await assertFailed(url, { code: "ESOCKET", command: "CONN" });
  }
  for (const server of [upgrading, secure]) {
    assert.equal(server.passwordsSeen(), 0);
    assert.deepEqual(server.recipients, []);
  }
});

const askForPassword: SMTPServerOptions = { authOptional: false };

interface UrlParts {
  scheme?: string;
  host?: string;
  password?: string;
}

/** A real mail server on a free port of this machine, and what it was given. */
async function startServer(t: TestContext, options: SMTPServerOptions = {}) {
  const recipients: string[][] = [];
  const mails: string[] = [];
  let passwordsSeen = 0;
  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 1,
    onAuth(auth, _session, done) {
      passwordsSeen += 1;
      const known = auth.username === "shop@mail" && auth.password === password;
      if (known) done(null, { user: "shop" });
      else done(refusal(535, `not ${auth.password}`));
    },
    ...options,
    onData(stream, session, done) {
      recipients.push(session.envelope.rcptTo.map(({ address }) => address));
      if (options.onData) return options.onData(stream, session, done);
      readAll(stream).then((received) => {
        mails.push(received);
        done();
      }, done);
    },
  });
  server.on("error", () => {}); // connections that the mailer breaks off
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  t.after(() => new Promise<void>((closed) => server.close(closed)));
  return {
    recipients,
    mails,
    passwordsSeen: () => passwordsSeen,
    url: ({ scheme = "smtp", host = "127.0.0.1", password }: UrlParts = {}) => {
      const login = password ? `shop%40mail:${encodeURIComponent(password)}@` : "";
      return `${scheme}://${login}${host}:${portOf(server.server)}`;
    },
  };
}

/** A server that says only what the test makes it say. */
async function listen(t: TestContext, server: Server): Promise<Server> {
  const sockets: Socket[] = [];
  server.on("connection", (socket) => sockets.push(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function urlOf(server: Server): string {
  return `smtp://127.0.0.1:${portOf(server)}`;
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function createMailer(
  url: string,
  { from = "Shop <orders@shop.example>", timeouts = {} as Partial<MailTimeouts> } = {},
) {
  const logged: object[] = [];
  const log = { warn: (fields: object, message: string) => logged.push({ ...fields, message }) };
  const mailer = createSmtpMailer({
    url,
    from,
    log,
    timeouts: { ...defaultTimeouts, ...timeouts },
  });
  return { mailer, logged };
}

async function assertFailed(url: string, expected: object, timeouts: Partial<MailTimeouts> = {}) {
  const { mailer, logged } = createMailer(url, { timeouts });
  assert.equal(await mailer.send(mail), "failed");
  assertLogged(logged, expected);
}

/** One line, of the fields that tell an operator what to do, without anything that is private. */
function assertLogged(logged: object[], expected: object): void {
  assert.equal(logged.length, 1);
  assert.partialDeepStrictEqual(logged[0], expected);
  const line = JSON.stringify(logged);
  for (const canary of [address, "yilia", password, "p@ss", code]) {
    assert(!line.includes(canary), `the log holds ${canary}: ${line}`);
  }
  const known = ["outcome", "code", "responseCode", "command", "message"];
  assert.deepEqual(Object.keys(logged[0] ?? {}).toSorted(), known.toSorted());
}
