import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { describe, it } from "node:test";
import { signRequest } from "@meetbot/protocol";
import { skipWithout } from "../../../sdk/test/skip-without.ts";
import { diagnoseSignature } from "./diagnose-signature.ts";
import type { SignedRequest } from "./digests-by.ts";
import type { MistakeId } from "./ids/mistake-ids.ts";
import { mistakeIds } from "./ids/mistake-ids.ts";
import { mistakes } from "./mistakes.ts";

const secretOf = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString("base64")}`;
const [current, next, previous, identity, push] = [7, 8, 9, 10, 11].map(secretOf) as [
  string,
  string,
  string,
  string,
  string,
];
const bare = current.slice("whsec_".length);
const decoded = Buffer.from(bare, "base64");

const text =
  '{"request":{"category":"ecommerce","method":"orders","id":"order_list_x1"},"params":{"user_account":"zoë+a/b&<c>@shop.example"},"pagination":{"page":1,"limit":3}}';
const id = "order_list_x1";
const timestamp = "1767225600";
const signedText = `${id}.${timestamp}.${text}`;
const request: SignedRequest = {
  body: Buffer.from(text),
  id,
  timestamp,
  secrets: [
    { name: "current", secret: current },
    { name: "next", secret: next },
    { name: "previous", secret: previous },
    { name: "identity", secret: identity },
    { name: "push", secret: push },
  ],
};

type Bytes = string | Buffer;
const hmac = (key: Bytes, message: Bytes, algorithm = "sha256") =>
  createHmac(algorithm, key).update(message);
const hex = (key: Bytes, message: Bytes, algorithm?: string) =>
  hmac(key, message, algorithm).digest("hex");
const base64 = (key: Bytes, message: Bytes) => hmac(key, message).digest("base64");
const hub = hex(current, text);
const webhook = base64(decoded, signedText);
const rewrite = (value: unknown) => JSON.stringify(value);
const sha256 = (...parts: Bytes[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};
const parsed = JSON.parse(text);

describe("a right signature is a match", () => {
  const headers = signRequest({ body: text, secret: current, id, timestampS: Number(timestamp) });
  const rights: Record<string, [string, string]> = {
    "as the header has it": [headers["x-hub-signature"], "x-hub-signature"],
    "bare hex": [hub, "x-hub-signature"],
    "in upper case": [hub.toUpperCase(), "x-hub-signature"],
    "with white space around": [` ${hub}\n`, "x-hub-signature"],
    "with the header's name": [`X-Hub-Signature: sha256=${hub}`, "x-hub-signature"],
    "as openssl prints it": [`SHA2-256(stdin)= ${hub}`, "x-hub-signature"],
    "the other header": [headers["webhook-signature"], "webhook-signature"],
    "the other header without v1,": [webhook, "webhook-signature"],
    "one of a list": [`v1,${base64("other", "text")} v1,${webhook}`, "webhook-signature"],
  };
  for (const [name, [value, header]] of Object.entries(rights)) {
    it(name, () =>
      assert.deepEqual(diagnoseSignature(value, request), { result: "match", header }),
    );
  }
});

/** What a merchant's code does, by the mistake it makes. */
const wrongs: Partial<Record<MistakeId, string[]>> = {
  next_secret: [hex(next, text)],
  previous_secret: [
    hex(previous, text),
    base64(Buffer.from(previous.slice(6), "base64"), signedText),
  ],
  identity_secret: [`sha256=${hex(identity, text)}`],
  push_secret: [hex(push, text), base64(Buffer.from(push.slice(6), "base64"), signedText)],
  secret_without_prefix: [hex(bare, text)],
  secret_decoded: [hex(decoded, text)],
  secret_not_decoded: [`v1,${base64(current, signedText)}`, base64(bare, signedText)],
  secret_decoded_with_prefix: [base64(Buffer.from(current, "base64"), signedText)],
  secret_cut: [hex(current.slice(0, -1), text)],
  secret_with_line_break: [hex(`${current}\n`, text)],
  secret_with_quotes: [hex(`"${current}"`, text)],
  secret_empty: [hex("", text)],
  json_pretty: [hex(current, JSON.stringify(parsed, null, 2))],
  json_sorted: [
    hex(
      current,
      rewrite({
        pagination: { limit: 3, page: 1 },
        params: parsed.params,
        request: { category: "ecommerce", id, method: "orders" },
      }),
    ),
  ],
  json_ascii: [hex(current, text.replace("ë", "\\u00eb"))],
  json_twice: [hex(current, rewrite(text))],
  line_break_added: [hex(current, `${text}\n`), base64(decoded, `${signedText}\r\n`)],
  byte_order_mark_added: [hex(current, `\ufeff${text}`)],
  wrong_charset: [
    hex(current, Buffer.from(text, "latin1")),
    hex(current, Buffer.from(text, "utf16le")),
  ],
  body_empty: [hex(current, ""), `v1,${base64(decoded, `${id}.${timestamp}.`)}`],
  body_in_base64: [hex(current, Buffer.from(text).toString("base64"))],
  body_as_bytes_literal: [hex(current, `b'${text}'`)],
  body_as_object: [hex(current, String(parsed))],
  part_of_body: [hex(current, rewrite(parsed.params))],
  id_and_time_added: [hex(current, signedText)],
  time_added: [hex(current, `${timestamp}.${text}`)],
  id_and_time_missing: [`v1,${base64(decoded, text)}`],
  id_missing: [base64(decoded, `${timestamp}.${text}`)],
  time_missing: [base64(decoded, `${id}.${text}`)],
  id_and_time_swapped: [base64(decoded, `${timestamp}.${id}.${text}`)],
  dots_missing: [
    base64(decoded, id + timestamp + text),
    base64(decoded, `${id}\n${timestamp}\n${text}`),
  ],
  plain_hash: [sha256(text)],
  hash_with_secret: [sha256(current, text), sha256(text, current)],
  hashed_before: [hex(current, sha256(text))],
  key_and_message_swapped: [hex(text, current)],
  sha1: [hex(current, text, "sha1"), `sha1=${hex(current, text, "sha1")}`].slice(0, 1),
  sha512: [hex(current, text, "sha512")],
  md5: [hex(current, text, "md5")],
  base64_not_hex: [base64(current, text), `sha256=${base64(current, text)}`],
  hex_not_base64: [hex(decoded, signedText), `v1,${hex(decoded, signedText)}`],
  base64_of_hex: [
    Buffer.from(hub).toString("base64"),
    Buffer.from(hex(decoded, signedText)).toString("base64"),
  ],
  hex_of_text: [Buffer.from(webhook).toString("hex")],
  base64_url: [hmac(decoded, signedText).digest("base64url"), `v1,${webhook.replace("=", "")}`],
  wrong_prefix: [`v1,${hub}`, `hmac-sha256=${hub}`],
  wrapped: [`"${hub}"`, hub.replace(/../g, "$&:").slice(0, -1), `b'${webhook}'`],
  truncated: [hub.slice(0, 60), webhook.slice(0, 20)],
  secret_itself: [current, bare, `"${next}"`],
};

describe("a mistake is named", () => {
  for (const [mistake, values] of Object.entries(wrongs)) {
    it(mistake, () => {
      for (const value of values) {
        const diagnosis = diagnoseSignature(value, request);
        assert.deepEqual(
          { ...diagnosis, header: null },
          { result: "mistake", header: null, mistakes: [mistake] },
        );
      }
    });
  }

  it("of a body that Meetbot did not write as it writes", () => {
    const of = (body: string, signed: string) => {
      const found = diagnoseSignature(hex(current, signed), {
        ...request,
        body: Buffer.from(body),
      });
      return found.result === "mistake" ? found.mistakes : found;
    };
    const spaced = '{"a": [1, 2],\n "b": "<&>"}';
    assert.deepEqual(of(spaced, '{"a":[1,2],"b":"<&>"}'), ["json_compact"]);
    assert.deepEqual(of(spaced, '{"a":[1,2],"b":"\\u003c\\u0026\\u003e"}'), ["json_html_escaped"]);
    assert.deepEqual(of(spaced, spaced.replace("\n", "\r\n")), ["line_breaks_changed"]);
    assert.deepEqual(of(`${text}\n`, text), ["line_break_removed"]);
    assert.deepEqual(of(`\ufeff${text}`, text), ["byte_order_mark_removed"]);
  });

  it("of the current secret, where a request was signed with the next one", () => {
    const [first, second] = request.secrets;
    const asked = { ...request, secrets: [second!, first!] };
    assert.deepEqual(diagnoseSignature(hex(next, text), asked).result, "match");
    const diagnosis = diagnoseSignature(hub, asked);
    assert.deepEqual(diagnosis.result === "mistake" && diagnosis.mistakes, ["current_secret"]);
  });

  it("two at once are both named", () => {
    const value = base64(bare, `${text}\n`);
    assert.deepEqual(diagnoseSignature(value, request), {
      result: "mistake",
      header: "x-hub-signature",
      mistakes: ["secret_without_prefix", "line_break_added", "base64_not_hex"],
    });
  });
});

describe("what other languages write is known by name", () => {
  const runs: [MistakeId, string, string[], string][] = [
    [
      "json_spaced",
      "python3",
      ["-c"],
      "import json,sys; print(json.dumps(json.load(sys.stdin)), end='')",
    ],
    [
      "json_spaced",
      "python3",
      ["-c"],
      "import json,sys; print(json.dumps(json.load(sys.stdin), ensure_ascii=False, sort_keys=True), end='')",
    ],
    [
      "json_pretty",
      "python3",
      ["-c"],
      "import json,sys; print(json.dumps(json.load(sys.stdin), indent=4), end='')",
    ],
    [
      "json_escaped_slashes",
      "php",
      ["-r"],
      "echo json_encode(json_decode(stream_get_contents(STDIN), true));",
    ],
    [
      "json_escaped_slashes",
      "php",
      ["-r"],
      "echo json_encode(json_decode(stream_get_contents(STDIN)), JSON_UNESCAPED_UNICODE);",
    ],
    [
      "json_pretty",
      "php",
      ["-r"],
      "echo json_encode(json_decode(stream_get_contents(STDIN), true), JSON_PRETTY_PRINT);",
    ],
    [
      "body_as_bytes_literal",
      "python3",
      ["-c"],
      "import sys; print(str(sys.stdin.buffer.read().decode().encode('ascii', 'replace')), end='')",
    ],
  ];
  for (const [mistake, program, flags, code] of runs) {
    it(`${mistake} by ${program}: ${code}`, { skip: skipWithout(program) }, () => {
      const body = mistake === "body_as_bytes_literal" ? text.replace("ë", "e") : text;
      const env = { ...process.env, PYTHONIOENCODING: "utf-8" };
      const { stdout, stderr } = spawnSync(program, [...flags, code], { input: body, env });
      assert.notEqual(stdout.length, 0, String(stderr));
      const asked = { ...request, body: Buffer.from(body) };
      assert.deepEqual(diagnoseSignature(hex(current, stdout), asked), {
        result: "mistake",
        header: "x-hub-signature",
        mistakes: [mistake],
      });
    });
  }
});

describe("what cannot be told apart stays open", () => {
  it("the secret of somebody else", () => {
    assert.deepEqual(diagnoseSignature(hex(secretOf(99), text), request), {
      result: "unknown",
      hints: [],
    });
  });

  it("its length tells of another hash", () => {
    for (const algorithm of ["sha1", "md5", "sha512"] as const) {
      const value = hex("elsewhere", text, algorithm);
      assert.deepEqual(diagnoseSignature(value, request), {
        result: "unknown",
        hints: [algorithm],
      });
    }
  });

  it("words are no signature", () => {
    for (const value of ["", "hello, world!", "undefined", "x".repeat(5_000)]) {
      const diagnosis = diagnoseSignature(value, request);
      assert.equal(diagnosis.result, "unknown", value);
    }
    assert.deepEqual(diagnoseSignature("hello, world!", request), {
      result: "unknown",
      hints: ["not_a_signature"],
    });
  });
});

it("is quick enough to answer while somebody types", () => {
  const start = process.cpuUsage();
  diagnoseSignature(hex(secretOf(99), text), request);
  assert(process.cpuUsage(start).user < 2_000_000); // microseconds of the processor's time
});

it("each mistake is explained in both languages", () => {
  for (const { id, words } of mistakes) {
    for (const said of Object.values(words.en)) {
      assert.match(said, /^\S.*[.!]$/s, id);
      assert.doesNotMatch(said, /\p{Script=Han}/u, id);
    }
    for (const said of Object.values(words.zh)) assert.match(said, /\p{Script=Han}.*[。]$/su, id);
  }
  assert.equal(new Set(mistakes.map(({ words }) => words.zh.what)).size, mistakeIds.length);
  assert.equal(new Set(mistakes.map(({ words }) => words.en.what)).size, mistakeIds.length);
});
