import assert from "node:assert/strict";
import { test } from "node:test";
import type { AlertSecrets } from "@meetbot/model/alert/alert-destination.ts";
import type { AlertKind } from "@meetbot/model/alert/alert-kind.ts";
import type { Mail } from "@meetbot/model/mail.ts";
import type { AlertMeans } from "../form/alert.ts";
import { type AlertSource, composeAlert } from "../sending/compose-alert.ts";
import {
  dingtalkPlatform,
  feishuPlatform,
  localAgent,
  robotSecrets,
  type SentAlert,
  slackPlatform,
  startPlatform,
  teamsPlatform,
  webhookPlatform,
  wecomPlatform,
} from "../sending/platforms.fixture.ts";
import { alertWays } from "./alert-ways.ts";
import { readAddress } from "./read-address.ts";

const written = 'Where is it? <!channel> <at user_id="all">*x*</at> & [a](https://x.example)';

const source: AlertSource = {
  ...{ id: "evt_7_5a5a", type: "message.created", at: new Date("2026-11-29T10:00:00Z") },
  facts: { seq: 3, from: "customer" },
  bot: { id: "bot_1", name: "Peter & <Sons>" },
  conversationId: "conversation_1",
  text: written,
  locale: "en",
  publicUrl: "https://bots.example",
};
const message = composeAlert(source);
const means: AlertMeans = { agent: localAgent, mailer: null, now: Date.now };

const send = (kind: AlertKind, secrets: AlertSecrets, alert = message) =>
  alertWays[kind].send(alert, secrets, means);

const sent = (httpStatus: number) => ({ kind: "sent", httpStatus });

test("a webhook gets what happened, signed as Standard Webhooks has it, and refuses another's signature", async (t) => {
  const secret = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;
  const other = `whsec_${Buffer.alloc(32, 8).toString("base64")}`;
  const { origin, came } = await startPlatform(
    t,
    webhookPlatform(() => secret),
  );
  assert.deepEqual(await send("webhook", { url: `${origin}/hook`, secret }), sent(204));
  assert.deepEqual(JSON.parse(came[0]!.text), {
    type: "message.created",
    timestamp: "2026-11-29T10:00:00.000Z",
    data: {
      ...{ bot_id: "bot_1", conversation_id: "conversation_1", seq: 3, from: "customer" },
      ...{
        text: written,
        url: "https://bots.example/console/bots/bot_1/inbox?conversation=conversation_1",
      },
    },
  });
  assert.equal(came[0]!.headers["webhook-id"], "evt_7_5a5a");
  const refused = await send("webhook", { url: `${origin}/hook`, secret: other });
  assert.deepEqual(refused, { kind: "failed", httpStatus: 401, problem: "HTTP 401" });
});

test("a webhook is told ids only where the operator ticks no text, and no link where nobody knows the console", async (t) => {
  const secret = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;
  const { origin, came } = await startPlatform(
    t,
    webhookPlatform(() => secret),
  );
  const bare = composeAlert({ ...source, text: null, publicUrl: null });
  await send("webhook", { url: origin, secret }, bare);
  const { data } = JSON.parse(came[0]!.text);
  assert.deepEqual(Object.keys(data), ["bot_id", "conversation_id", "seq", "from"]);
});

test("飞书 takes its robot's signature, whose key is timestamp and secret, and says 19021 to the other way round", async (t) => {
  const { origin, came } = await startPlatform(t, feishuPlatform(robotSecrets.feishu));
  const url = `${origin}/open-apis/bot/v2/hook/5a5a-5a5a`;
  assert.deepEqual(await send("feishu", { url, secret: robotSecrets.feishu }), sent(200));
  const { text } = JSON.parse(came[0]!.text).content;
  // Nobody is called, whatever a customer writes.
  assert.doesNotMatch(text, /<at/);
  assert.match(text, /^Meetbot: New message in a conversation\nBot: Peter & ＜Sons>\n/);
  for (const secret of ["another-secret", undefined]) {
    const refused = await send("feishu", { url, ...(secret !== undefined && { secret }) });
    assert(refused.kind === "failed");
    assert.match(refused.problem, /HTTP 200: 19021 sign match fail/);
  }
});

test("钉钉 takes its robot's signature, whose message is timestamp and secret, and says 310000 to another", async (t) => {
  const { origin, came } = await startPlatform(t, dingtalkPlatform(robotSecrets.dingtalk));
  const url = `${origin}/robot/send?access_token=5a5a`;
  assert.deepEqual(await send("dingtalk", { url, secret: robotSecrets.dingtalk }), sent(200));
  assert.match(JSON.parse(came[0]!.text).text.content, /^Meetbot: .*\nBot: Peter & <Sons>\n/);
  for (const secret of ["SECanother", undefined]) {
    const refused = await send("dingtalk", { url, ...(secret !== undefined && { secret }) });
    assert(refused.kind === "failed");
    assert.match(refused.problem, /HTTP 200: 310000 .*签名不匹配/);
  }
});

test("企业微信 takes the key of its URL and 2048 bytes at most, however much was written", async (t) => {
  const { origin, came } = await startPlatform(t, wecomPlatform("693a91f6"));
  const url = `${origin}/cgi-bin/webhook/send?key=693a91f6`;
  const long = composeAlert({ ...source, text: "我的包裹在哪里？".repeat(500) });
  assert.deepEqual(await send("wecom", { url }, long), sent(200));
  const { content } = JSON.parse(came[0]!.text).text;
  assert(Buffer.byteLength(content) > 2_000 && content.endsWith("…") && !content.includes("�"));
  const refused = await send("wecom", { url: url.replace("693a", "0000") });
  assert(refused.kind === "failed");
  assert.match(refused.problem, /HTTP 200: 93000 invalid webhook url/);
});

test("Slack takes text and blocks in which nobody is mentioned, and names what is wrong", async (t) => {
  const { origin, came } = await startPlatform(t, slackPlatform);
  const url = `${origin}/services/T0/B0/X0`;
  const long = composeAlert({ ...source, text: `${written}${"&".repeat(5_000)}` });
  assert.deepEqual(await send("slack", { url }, message), sent(200));
  const { blocks } = JSON.parse(came[0]!.text);
  const said = JSON.stringify(blocks);
  assert(said.includes("*Bot:* Peter &amp; &lt;Sons&gt;") && said.includes("&lt;!channel&gt;"));
  assert(
    said.includes(
      "<https://bots.example/console/bots/bot_1/inbox?conversation=conversation_1|Open",
    ),
  );
  const refused = await send("slack", { url: `${origin}/elsewhere` });
  assert.deepEqual(refused, { kind: "failed", httpStatus: 404, problem: "HTTP 404: no_service" });
  // Escaped it is five times as long, and it is cut by what it is then.
  assert.deepEqual(await send("slack", { url }, long), sent(200));
});

test("a Teams flow takes an Adaptive Card in which nothing is Markdown, with the sig of its URL", async (t) => {
  const { origin, came } = await startPlatform(t, teamsPlatform("s1g"));
  const url = `${origin}/workflows/5a/triggers/manual/paths/invoke?api-version=1&sig=s1g`;
  assert.deepEqual(await send("teams", { url }), sent(202));
  const { content } = JSON.parse(came[0]!.text).attachments[0];
  assert(content.body.every(({ type }: { type: string }) => type === "RichTextBlock"));
  assert.deepEqual(content.actions[0].url, message.link?.url);
  const refused = await send("teams", { url: url.replace("s1g", "other") });
  assert(refused.kind === "failed");
  assert.match(refused.problem, /^HTTP 401: DirectApiAuthorizationRequired The authentication/);
});

test("a mail that tells several things says each once, how often, and how many are left", async () => {
  const mails: Mail[] = [];
  const send = async (mail: Mail) => {
    mails.push(mail);
    return "sent" as const;
  };
  const to = { email: "a@shop.example" };
  const of = (id: string, conversationId: string | null, text: string | null = null) => ({
    ...{ ...message, id, conversationId, text, title: `News of ${conversationId}`, lines: [] },
  });
  const alerts = [
    ...Array.from({ length: 3 }, (_, n) => of(`a${n}`, "one")),
    of("b", null),
    ...Array.from({ length: 25 }, (_, n) => of(`c${n}`, `c${n}`, "words")),
  ];
  await alertWays.email.sendAll?.([alerts[0]!, ...alerts.slice(1)], to, {
    ...means,
    mailer: { send },
  });
  const [{ subject, text, html } = {} as Mail] = mails;
  assert.equal(subject, "Peter & <Sons>: 29 notifications");
  for (const form of [text, html]) {
    assert(form.includes("News of one (3)") && form.includes("News of c17"));
    assert(form.includes("and 7 more: see the inbox") && !form.includes("News of c18"));
  }
});

test("an email says it in plain words and in HTML that shows what was written as it is", async () => {
  const mails: Mail[] = [];
  const mailer = {
    async send(mail: Mail) {
      mails.push(mail);
      return "sent" as const;
    },
  };
  const outcome = await alertWays.email.send(
    message,
    { email: "a@shop.example" },
    { ...means, mailer },
  );
  assert.deepEqual(outcome, { kind: "sent", httpStatus: null });
  const [{ to, subject, text, html } = {} as Mail] = mails;
  assert.deepEqual(
    [to, subject],
    ["a@shop.example", "Peter & <Sons>: New message in a conversation"],
  );
  assert(
    text.includes(written) && html.includes("&lt;!channel&gt;") && !html.includes("<!channel"),
  );
  const none = await send("email", { email: "a@shop.example" });
  assert(none.kind === "failed");
  assert.match(none.problem, /MEETBOT_SMTP_URL/);
});

test("too many at once is no failure: it rests for as long as the platform says", async (t) => {
  const answers: [AlertKind, SentAlert, number][] = [
    ["slack", { status: 429, body: "rate_limited", headers: { "retry-after": "7" } }, 7_000],
    ["wecom", { status: 200, body: '{"errcode":45009,"errmsg":"api freq out of limit"}' }, 60_000],
    ["dingtalk", { status: 200, body: '{"errcode":130101,"errmsg":"send too fast"}' }, 600_000],
    ["feishu", { status: 200, body: '{"code":11232,"msg":"too many request"}' }, 60_000],
    ["webhook", { status: 429, body: "", headers: { "retry-after": "999999" } }, 3_600_000],
  ];
  for (const [kind, said, afterMs] of answers) {
    const { origin } = await startPlatform(t, () => said);
    const outcome = await send(kind, { url: origin, secret: "whsec_" });
    assert.partialDeepStrictEqual(outcome, { kind: "rate", afterMs }, kind);
  }
});

test("what is no answer of the platform's is no success, and a URL that is gone is", async (t) => {
  const kinds = ["slack", "feishu", "dingtalk", "wecom"] as const;
  const { origin } = await startPlatform(t, () => ({ status: 200, body: "<html>Welcome</html>" }));
  for (const kind of kinds) {
    const outcome = await send(kind, { url: origin });
    assert(outcome.kind === "failed", kind);
    assert.match(outcome.problem, /HTTP 200: the answer is not/);
  }
  const gone = await startPlatform(t, () => ({ status: 410, body: "channel_is_archived" }));
  const archived = { kind: "gone", httpStatus: 410, problem: "HTTP 410: channel_is_archived" };
  assert.deepEqual(await send("slack", { url: gone.origin }), archived);
});

test("an address is taken only at the hosts of its product, by https, and never shown whole", async () => {
  const guard = {
    judge: async (url: string) =>
      url.includes("127.0.0.1")
        ? ({ allowed: false, reason: "special_address" } as const)
        : url.includes("relay.lan")
          ? ({ allowed: true, reason: "allow_list" } as const)
          : ({ allowed: true, reason: "public" } as const),
  };
  const taken: [AlertKind, string, string][] = [
    ["slack", `https://hooks.slack.com/services/${"T0/B0/abcdEFGH1234"}`, "hooks.slack.com/…1234"],
    [
      "teams",
      "https://a.westeurope.logic.azure.com:443/w?sig=x_yz",
      "a.westeurope.logic.azure.com",
    ],
    ["teams", "https://b.environment.api.powerplatform.com/w?x=1&sig=abc", "b.environment."],
    ["feishu", "https://open.feishu.cn/open-apis/bot/v2/hook/aa-bb", "open.feishu.cn/…a-bb"],
    ["feishu", "https://open.larksuite.com/open-apis/bot/v2/hook/aa-bb", "open.larksuite.com/…"],
    [
      "dingtalk",
      "https://oapi.dingtalk.com/robot/send?access_token=5a5a5a5a",
      "oapi.dingtalk.com/…5a5a",
    ],
    [
      "wecom",
      "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a-b-c",
      "qyapi.weixin.qq.com/…-b-c",
    ],
    ["slack", "http://relay.lan/hooks/x", "relay.lan"],
  ];
  for (const [kind, url, shown] of taken) {
    const read = await readAddress(kind, { url }, guard);
    assert("secrets" in read, `${kind} ${url}`);
    assert(read.shown.startsWith(shown), read.shown);
    assert.equal(read.secrets.url, new URL(url).href);
  }
  const refused: [AlertKind, string, string][] = [
    ["slack", "https://hooks.slack.com.evil.example/services/T0", "other_host"],
    ["slack", "http://hooks.slack.com/services/T0", "other_host"],
    ["slack", "https://hooks.slack.com/api/chat.postMessage", "other_path"],
    ["teams", "https://logic.azure.com.evil.example/?sig=a", "other_host"],
    ["teams", "https://evillogic.azure.com/?sig=a", "other_host"],
    ["teams", "https://outlook.webhook.office.com/webhookb2/x", "other_host"],
    ["teams", "https://a.logic.azure.com/workflows/x", "other_path"],
    ["wecom", "https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=x", "other_path"],
    ["dingtalk", "nonsense", "invalid_url"],
    ["webhook", "http://127.0.0.1/hook", "address_refused"],
  ];
  for (const [kind, url, fault] of refused) {
    const read = await readAddress(kind, { url, secret: "whsec_x" }, guard);
    assert.partialDeepStrictEqual(read, { fault }, `${kind} ${url}`);
  }
  const mailbox = await readAddress("email", { email: "anna@shop.example" }, guard);
  assert.partialDeepStrictEqual(mailbox, { shown: "a…@shop.example" });
  assert.deepEqual(await readAddress("email", { email: "a b@x" }, guard), {
    fault: "invalid_email",
  });
});
