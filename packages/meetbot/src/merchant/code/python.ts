import { lines, type Writing, writeAge, writeBody, writeValue } from "./language.ts";
import { quoted } from "./literals.ts";
import type { Sending } from "./sending.ts";

const writing: Writing = {
  quote: quoted,
  names: {
    id: "webhook_id",
    timestamp: "timestamp",
    webhook: "webhook_signature",
    hub: "hub_signature",
    endpoint: "endpoint_signature",
  },
  join: " + ",
};

/** A program for Python 3.8 and later, without packages. */
export function toPython(sending: Sending): string {
  const { method, url, target, key, headers, computes, times } = sending;
  const isSigned = computes.size > 0;
  const { protocol, host } = new URL(url);
  const connection = protocol === "https:" ? "HTTPSConnection" : "HTTPConnection";
  const call = `connection.request("${method}", ${quoted(target)}${method === "POST" ? ", body" : ""}, headers=headers)`;
  return lines(
    "# MEETBOT_SIGNING_SECRET=whsec_… python3 query.py",
    isSigned && `import base64, hashlib${key ? ", hmac" : ""}, http.client, os, sys, time\n`,
    !isSigned && "import http.client\n",
    key?.from === "environment" &&
      'secret = os.environ.get("MEETBOT_SIGNING_SECRET") or sys.exit("Set MEETBOT_SIGNING_SECRET to the signing secret.")',
    key?.from === "text" && `secret = ${quoted(key.text)}  # a wrong one`,
    `body = (${writeBody(sending, writing, (n) => `" " * ${n}`)}).encode()`,
    isSigned && sign(sending),
    "headers = {",
    headers.map(([name, value]) => `    "${name}": ${writeValue(value, writing)},`),
    "}",
    times > 1 && `for _ in range(${times}):`,
    [
      `connection = http.client.${connection}(${quoted(host)}, timeout=10)`,
      call,
      "response = connection.getresponse()",
      "print(response.status)",
      'print(response.read().decode("utf-8", "replace"))',
    ].map((line) => (times > 1 ? `    ${line}` : line)),
  );
}

function sign({ signedBody, ageS, key, id, host: to, computes }: Sending): string {
  const signed = signedBody === null ? "body" : "signed_body";
  const hash = (of: string, text: string) =>
    key ? `hmac.new(${of}, ${text}, hashlib.sha256)` : `hashlib.sha256(${text})`;
  const text = `(webhook_id + "." + timestamp + ".").encode() + ${signed}`;
  const endpoint = `("endpoint." + webhook_id + "." + timestamp + ${quoted(`.${to}`)}).encode()`;
  const isWebhook = computes.has("webhook");
  return lines(
    signedBody !== null && `signed_body = (${quoted(signedBody)}).encode()`,
    computes.has("id") && `webhook_id = ${quoted(id)}`,
    computes.has("timestamp") && `timestamp = str(int(time.time())${writeAge(ageS)})`,
    (isWebhook || computes.has("endpoint")) &&
      key !== null && [
        'bare = secret[len("whsec_"):] if secret.startswith("whsec_") else secret',
        "key = base64.b64decode(bare)",
      ],
    isWebhook &&
      `webhook_signature = "v1," + base64.b64encode(${hash("key", text)}.digest()).decode()`,
    computes.has("endpoint") &&
      `endpoint_signature = "v1," + base64.b64encode(${hash("key", endpoint)}.digest()).decode()`,
    computes.has("hub") &&
      `hub_signature = "sha256=" + ${hash("secret.encode()", signed)}.hexdigest()`,
  );
}
