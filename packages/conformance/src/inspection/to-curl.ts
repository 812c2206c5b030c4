import { endpointHost } from "@meetbot/protocol";
import type { Sent } from "./inspection.ts";
import {
  bodyOf,
  firstBytesOf,
  namesHost,
  otherSecret,
  type RequestSpec,
  wrongSignature,
} from "./recipe.ts";
import { renewId } from "./renew-id.ts";
import { spoilCommand } from "./spoil.ts";

/** A request to send again. */
export interface Resent {
  recipe: RequestSpec;
  url: string;
  /** The very bytes of the one before it a second time, not a second query. */
  isRepeated: boolean;
}

/**
 * Returns the requests of a run in a form that a script can send again: recipe, address, and whether the bytes are the
 * same.
 */
export function toResent(sents: readonly Sent[]): Resent[] {
  return sents.map(({ recipe, post }, at) => {
    return { recipe, url: post.url, isRepeated: sents[at - 1]?.post === post };
  });
}

/** Two requests at most show a flaw; ten parallel requests are not practical in a shell. */
const MAX_REQUESTS = 2;

/**
 * Returns an `sh` script that sends the same requests again, byte for byte, with new signatures: webhooks refuse an old
 * signature after five minutes, and a used one at once. The script takes the secret from the environment.
 */
export function toCurl(sents: readonly Resent[]): string {
  const lines = [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell that fills it in.
    ': "${MEETBOT_SIGNING_SECRET:?set it to the signing secret}"',
    "body=$(mktemp) headers=$(mktemp)",
  ];
  const ids = new Map<string, string>();
  for (const { recipe: was, url, isRepeated } of sents.slice(0, MAX_REQUESTS)) {
    const recipe = renewId(was, ids);
    if (!isRepeated) lines.push(writeBody(recipe), ...writeHeaders(recipe, url));
    lines.push(callCurl(recipe, url));
  }
  return [...lines, 'rm "$body" "$headers"'].join("\n");
}

/** Quotes a text for `sh`, whatever is in it. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function writeBody({ body, paddingBytes = 0 }: RequestSpec): string {
  if (paddingBytes === 0) return `printf %s ${quote(body)} > "$body"`;
  const [head, tail] = [quote(body.slice(0, -1)), quote(body.slice(-1))];
  return `printf '%s%${paddingBytes}s%s' ${head} '' ${tail} > "$body"`;
}

function writeHeaders(recipe: RequestSpec, url: string): string[] {
  switch (recipe.signedWith) {
    case "nothing":
      return [];
    case "hash":
      return hashHeaders(recipe);
    default:
      return signCommands(recipe, url);
  }
}

/** Uses only openssl, because `meetbot` may not be installed where the webhook is developed. */
function signCommands(recipe: RequestSpec, url: string): string[] {
  const { id, body, signedBody, ageS = 0, signedWith, weakKey, spoilt } = recipe;
  const isOther = signedWith === "other_secret";
  const secret = isOther ? "secret" : "MEETBOT_SIGNING_SECRET";
  const isSame = signedBody === undefined || signedBody === body;
  const signed = isSame ? 'cat "$body"' : `printf %s ${quote(signedBody)}`;
  return [
    ...(isOther ? [`secret=${quote(otherSecret)}`] : []),
    `now=$(date +%s)${ageS === 0 ? "" : ` now=$((now - ${ageS}))`}`,
    weakKey === undefined
      ? `hub=$(${signed} | openssl dgst -sha256 -hmac "$${secret}" -binary | ${toHex})`
      : `key=${weakKey} hub=$(${signed} | openssl dgst -sha256 -mac HMAC -macopt hexkey:${weakKey} -binary | ${toHex})`,
    ...(weakKey === undefined ? [keyCommand(secret)] : []),
    `signature=$({ printf %s.%s. ${quote(id)} "$now"; ${signed}; } | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)`,
    `endpoint=$(printf endpoint.%s.%s.%s ${quote(id)} "$now" ${quote(endpointHost(url) ?? "")} | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)`,
    ...(spoilt === undefined
      ? []
      : [
          `hub=$(printf %s "$hub" | ${spoilCommand(spoilt)})`,
          `signature=$(printf %s "$signature" | ${spoilCommand(spoilt)})`,
        ]),
    `printf '%s\\n' "x-hub-signature: sha256=$hub" ${quote(`webhook-id: ${id}`)} "webhook-timestamp: $now" "webhook-signature: v1,$signature" "meetbot-endpoint-signature: v1,$endpoint"${editHeaders(recipe)} > "$headers"`,
  ];
}

/** Returns the shell command that decodes a secret to its bytes, in hexadecimal digits. */
function keyCommand(secret: string): string {
  return `key=$(case $${secret} in (whsec_*) printf %s "\${${secret}#whsec_}" | base64 -d;; (*) printf %s "$${secret}";; esac | ${toHex})`;
}

const toHex = "od -An -v -tx1 | tr -d ' \\n'";

/** Returns the shell commands that edit headers after signing: they remove some and put the wrong signature first. */
function editHeaders(recipe: RequestSpec): string {
  const { headers = {}, wrongFirst } = recipe;
  const names = Object.keys(headers);
  if (!namesHost(recipe)) names.push("meetbot-endpoint-signature");
  const pattern = quote(`^\\(${names.join("\\|")}\\):`);
  const left = names.length === 0 ? "" : ` | grep -v ${pattern}`;
  const put = wrongFirst ? ` | sed ${quote(`s|^webhook-signature: |&${wrongSignature} |`)}` : "";
  return left + put;
}

function hashHeaders({ id }: RequestSpec): string[] {
  return [
    "now=$(date +%s)",
    `hash=$({ printf %s.%s. ${quote(id)} "$now"; cat "$body"; } | openssl dgst -sha256 -binary | base64)`,
    `printf 'webhook-id: %s\\nwebhook-timestamp: %s\\nwebhook-signature: v1,%s\\n' ${quote(id)} "$now" "$hash" > "$headers"`,
  ];
}

function callCurl(recipe: RequestSpec, url: string): string {
  const put = Object.entries(recipe.headers ?? {})
    .filter(([, value]) => value !== null)
    // curl needs a semicolon to send a header without a value.
    .map(([name, value]) => ` -H ${quote(value === "" ? `${name};` : `${name}: ${value}`)}`);
  const plain = `curl -sS -g -i -m 10 -H 'content-type: application/json' -H 'accept-encoding: identity' -H 'expect:'`;
  const signed = recipe.signedWith === "nothing" ? "" : ' -H @"$headers"';
  const call = `${plain}${signed}${put.join("")}`;
  if (recipe.method === "GET") return `${call} ${quote(url)}; echo`;
  return recipe.isInParts
    ? callInParts(call, recipe, url)
    : `${call} --data-binary @"$body" ${quote(url)}; echo`;
}

/** Sets the length, because curl would send chunks without it. */
function callInParts(call: string, recipe: RequestSpec, url: string): string {
  const body = Buffer.from(bodyOf(recipe));
  const first = firstBytesOf(body);
  const parts = `{ head -c ${first} "$body"; sleep 1; tail -c +${first + 1} "$body"; }`;
  const length = `-H 'content-length: ${body.length}' -H 'transfer-encoding:'`;
  return `${parts} | ${call} ${length} -X POST -T - ${quote(url)}; echo`;
}
