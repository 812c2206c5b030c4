import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import { parseAnswer, parseQuery, type Query, signRequest, verifyRequest } from "@meetbot/protocol";

let page: string;

before(async () => {
  page = await readFile(new URL("../../../docs/protocol.md", import.meta.url), "utf8");
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

function blocks(language: string): string[] {
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
