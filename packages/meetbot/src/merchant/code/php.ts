import { lines, type Writing, writeAge, writeBody, writeValue } from "./language.ts";
import { singleQuoted } from "./literals.ts";
import type { Sending } from "./sending.ts";

const writing: Writing = {
  quote: singleQuoted,
  names: {
    id: "$id",
    timestamp: "$timestamp",
    webhook: "$webhookSignature",
    hub: "$hubSignature",
    endpoint: "$endpointSignature",
  },
  join: " . ",
};

/** A program for PHP 7.4 and later, without extensions. */
export function toPhp(sending: Sending): string {
  const { method, url, key, headers, computes, times } = sending;
  return lines(
    "<?php",
    "// MEETBOT_SIGNING_SECRET=whsec_… php query.php",
    key?.from === "environment" &&
      "$secret = getenv('MEETBOT_SIGNING_SECRET') ?: exit(\"Set MEETBOT_SIGNING_SECRET to the signing secret.\\n\");",
    key?.from === "text" && `$secret = ${singleQuoted(key.text)}; // a wrong one`,
    `$body = ${writeBody(sending, writing, (n) => `str_repeat(' ', ${n})`)};`,
    computes.size > 0 && sign(sending),
    "$headers = [",
    headers.map(([name, value]) => `    '${name}: ' . ${writeValue(value, writing)},`),
    "];",
    "$context = stream_context_create(['http' => [",
    `    'method' => '${method}',`,
    "    'header' => $headers,",
    method === "POST" && "    'content' => $body,",
    "    'ignore_errors' => true,",
    "    'follow_location' => 0,",
    "]]);",
    times > 1 && `for ($time = 1; $time <= ${times}; $time++) {`,
    `$answer = file_get_contents(${singleQuoted(url)}, false, $context);`,
    'echo $http_response_header[0] ?? "no response", "\\n", $answer, "\\n";',
    times > 1 && "}",
  );
}

function sign({ signedBody, ageS, key, id, host, computes }: Sending): string {
  const signed = signedBody === null ? "$body" : "$signedBody";
  const hash = (text: string, of: string, raw: boolean) =>
    key
      ? `hash_hmac('sha256', ${text}, ${of}${raw ? ", true" : ""})`
      : `hash('sha256', ${text}${raw ? ", true" : ""})`;
  return lines(
    signedBody !== null && `$signedBody = ${singleQuoted(signedBody)};`,
    computes.has("id") && `$id = ${singleQuoted(id)};`,
    computes.has("timestamp") && `$timestamp = (string) (time()${writeAge(ageS)});`,
    (computes.has("webhook") || computes.has("endpoint")) &&
      key !== null &&
      "$key = base64_decode(preg_replace('/^whsec_/', '', $secret));",
    computes.has("webhook") &&
      `$webhookSignature = 'v1,' . base64_encode(${hash(`"$id.$timestamp." . ${signed}`, "$key", true)});`,
    computes.has("endpoint") &&
      `$endpointSignature = 'v1,' . base64_encode(${hash(`"endpoint.$id.$timestamp." . ${singleQuoted(host)}`, "$key", true)});`,
    computes.has("hub") && `$hubSignature = 'sha256=' . ${hash(signed, "$secret", false)};`,
  );
}
