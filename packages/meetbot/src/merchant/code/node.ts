import { lines, type Writing, writeAge, writeBody, writeValue } from "./language.ts";
import { quoted } from "./literals.ts";
import type { Sending } from "./sending.ts";

const writing: Writing = {
  quote: quoted,
  names: {
    id: "id",
    timestamp: "timestamp",
    webhook: "webhookSignature",
    hub: "hubSignature",
    endpoint: "endpointSignature",
  },
  join: " + ",
};

/** A program for Node 18 and later. */
export function toNode(sending: Sending): string {
  const { method, url, key, headers, computes, times } = sending;
  const isSigned = computes.size > 0;
  const post = method === "POST";
  return lines(
    "// MEETBOT_SIGNING_SECRET=whsec_… node query.mjs",
    isSigned && `import { ${key ? "createHmac" : "createHash"} } from "node:crypto";\n`,
    key?.from === "environment" && [
      "const secret = process.env.MEETBOT_SIGNING_SECRET;",
      'if (!secret) throw new Error("Set MEETBOT_SIGNING_SECRET to the signing secret.");',
    ],
    key?.from === "text" && `const secret = ${quoted(key.text)}; // a wrong one`,
    `const body = ${writeBody(sending, writing, (n) => `" ".repeat(${n})`)};`,
    isSigned && sign(sending),
    "const headers = {",
    headers.map(([name, value]) => `  "${name}": ${writeValue(value, writing)},`),
    "};",
    `const request = { method: "${method}", headers, redirect: "manual"${post ? ", body" : ""} };`,
    times > 1 && `for (let time = 1; time <= ${times}; time += 1) {`,
    `const response = await fetch(${quoted(url)}, request);`,
    "console.log(response.status);",
    "console.log(await response.text());",
    times > 1 && "}",
  );
}

function sign({ signedBody, ageS, key, id, host, computes }: Sending): string {
  const signed = signedBody === null ? "body" : "signedBody";
  const hmac = (of: string) => (key ? `createHmac("sha256", ${of})` : 'createHash("sha256")');
  return lines(
    signedBody !== null && `const signedBody = ${quoted(signedBody)};`,
    computes.has("id") && `const id = ${quoted(id)};`,
    computes.has("timestamp") &&
      `const timestamp = String(Math.floor(Date.now() / 1000)${writeAge(ageS)});`,
    (computes.has("webhook") || computes.has("endpoint")) &&
      key !== null &&
      'const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");',
    computes.has("webhook") &&
      `const webhookSignature = "v1," + ${hmac("key")}.update(id + "." + timestamp + "." + ${signed}).digest("base64");`,
    computes.has("endpoint") &&
      `const endpointSignature = "v1," + ${hmac("key")}.update("endpoint." + id + "." + timestamp + ${quoted(`.${host}`)}).digest("base64");`,
    computes.has("hub") &&
      `const hubSignature = "sha256=" + ${hmac("secret")}.update(${signed}).digest("hex");`,
  );
}
