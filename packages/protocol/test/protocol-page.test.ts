import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import {
  parseAnswer,
  parsePush,
  parsePushStatus,
  parseQuery,
  parseSendTemplate,
  type Query,
  readPushBody,
  signPush,
  signRequest,
  verifyRequest,
} from "@meetbot/protocol";
import { readPushAnswers, readPushStatus } from "../../sdk/src/push/read-push-answer.ts";

let queryPage: string;
let pushPage: string;

/** When the pushes of the page are sent. */
const pushedAtS = 1_793_500_000;

before(async () => {
  const whole = await readFile(new URL("../../../docs/protocol.md", import.meta.url), "utf8");
  const [queries = "", pushes = ""] = whole.split(/^(?=## 11\. )/m);
  queryPage = queries;
  pushPage = pushes;
});

test("each JSON block of the protocol page is a query or an answer as Meetbot reads them", () => {
  const kinds = blocks("json").map((body) =>
    "request" in JSON.parse(body)
      ? parseQuery(body).method
      : parseAnswer(askedFor(body), body).kind,
  );
  assert.deepEqual(new Set(kinds), new Set(["test", "orders", "packages", "refusal"]));
});

test("the protocol page's worked example has the signatures it shows", () => {
  const [head = "", body = ""] = blocks("http")[0]!.split("\n\n");
  const headers = new Headers(
    head
      .split("\n")
      .slice(1)
      .map((line) => line.split(": ") as [string, string]),
  );
  const sent = body.trimEnd();
  const secret = blocks("text")[0]!.trim();
  const query = parseQuery(sent);
  const timestampS = Number(headers.get("webhook-timestamp"));

  assert.equal(Buffer.byteLength(sent), 223);
  assert.deepEqual(verifyRequest({ body: sent, headers, secrets: secret, nowS: timestampS }), {
    valid: true,
    id: query.id,
    timestampS,
  });
  const url = "https://shop.example/webhook";
  const nowS = timestampS;
  assert(verifyRequest({ body: sent, headers, secrets: secret, nowS, url }).valid);
  const signed = signRequest({ body: sent, secret, id: query.id, timestampS, url });
  assert.equal(Object.keys(signed).length, 5);
  for (const [name, value] of Object.entries(signed)) assert.equal(headers.get(name), value);
});

test("the protocol page's codes for a refusal mean what it says", () => {
  const refusals = blocks("json")
    .filter((body) => body.includes('"success": false'))
    .map((body) => parseAnswer(askedFor(body), body));
  assert.deepEqual(
    refusals.map((answer) => answer.kind === "refusal" && [answer.code, answer.reason]),
    [
      [401, "other"],
      [10001, "user_not_found"],
      [11001, "order_not_found"],
      [20002, "other"],
    ],
  );
});

test("each JSON block about pushes is one as Meetbot, its SDK or a merchant reads it", () => {
  const kinds = blocks("json", pushPage).map(readPushBlock);
  assert.deepEqual(kinds, [
    "order.placed",
    "order.changed",
    "test",
    "1 accepted",
    "package.changed 10009",
    "accepted 10009",
    "10003",
    "sent skipped",
    "push_status sent",
    "push_status",
    "order.placed",
    "package.changed",
  ]);
});

test("the page's push has the signature that it shows, and is read", () => {
  const [head = "", body = ""] = blocks("http", pushPage)[0]!.trimEnd().split("\n\n");
  const push = parsePush(body, pushedAtS * 1000);
  const secret = blocks("text")[0]!.trim();
  const signed = signPush({ body, secret, id: push.id, timestampS: pushedAtS });
  for (const [name, value] of Object.entries(signed))
    assert.ok(head.includes(`${name}: ${value}`), value);
  const verdict = verifyRequest({ body, headers: signed, secrets: secret, nowS: pushedAtS });
  assert.deepEqual(verdict, { valid: true, id: "push_7f3k2Q9X", timestampS: pushedAtS });
});

/** Returns what a block is, according to the parser that reads it. */
function readPushBlock(body: string): string {
  const nowMs = pushedAtS * 1000;
  const { request, pushes, object, success, recipients } = JSON.parse(body);
  if (request?.method === "push_status") return `push_status ${parsePushStatus(body).state}`;
  if (request?.method === "send_template") return parseSendTemplate(body, nowMs).method;
  if (request !== undefined) return parsePush(body, nowMs).method;
  if (object === undefined && success === undefined) {
    return readPushBody(body, nowMs)
      .items.map((item) => ("error" in item ? item.error.number : item.push.method))
      .join(" ");
  }
  if (object === "push_status") return object;
  if (Array.isArray(recipients)) {
    const status = readPushStatus(200, body);
    assert.ok(status.ok);
    return status.recipients.map(({ state }) => state).join(" ");
  }
  const told = readPushAnswers(success ? 202 : 400, body, pushes?.length ?? 1);
  if (told[0]?.ok && pushes === undefined) return `${told[0].recipients} accepted`;
  return told.map((one) => (one.ok ? "accepted" : one.code)).join(" ");
}

function blocks(language: string, page = queryPage): string[] {
  const fenced = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms");
  return [...page.matchAll(fenced)].map(([, text]) => text!);
}

/** A query that an answer of the page could belong to. */
function askedFor(body: string): Query {
  const envelope = { id: "order_list_1", pageId: "7" };
  const pagination = { page: 1, limit: 10 };
  switch (JSON.parse(body).object) {
    case "test":
      return { method: "test", ...envelope, testToken: "12345" };
    case "packages":
      return { method: "packages", ...envelope, orderNumber: "12345", pagination };
    default:
      return { method: "orders", ...envelope, userAccount: "a", filter: "open", pagination };
  }
}
