import {
  readSecrets,
  seconds,
  secret,
  webhookUrl,
} from "@meetbot/conformance/command/signature-options.ts";
import { diagnoseSignature } from "@meetbot/conformance/signature/diagnose-signature.ts";
import { wordsOf } from "@meetbot/conformance/signature/mistakes.ts";
import { exitCodes } from "@meetbot/conformance/terminal/failure.ts";
import { print } from "@meetbot/conformance/terminal/print.ts";
import { type SignatureFault, verifyRequest } from "@meetbot/protocol";
import { type Command, InvalidArgumentError } from "commander";
import { readStdin } from "../../terminal/read-stdin.ts";

const collect = (value: string, before: string[] = []) => [...before, secret(value)];

const collectUrl = (value: string, before: string[] = []) => [...before, webhookUrl(value)];

/** Reads `name: value`; a repeated name collects both values, as on a server. */
function collectHeader(
  line: string,
  before: Record<string, string[]> = {},
): Record<string, string[]> {
  const [, name, value] = /^\s*([\w-]+)\s*:(.*)$/s.exec(line) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError("A header reads 'name: value'.");
  }
  const key = name.toLowerCase();
  return { ...before, [key]: [...(before[key] ?? []), value.trim()] };
}

interface VerifyOptions {
  secret?: string[];
  header?: Record<string, string[]>;
  legacy?: boolean;
  now?: number;
  url?: string[];
}

export function addVerifyCommand(program: Command): void {
  program
    .command("verify")
    .description("Check the signature of a body from standard input: exit 0 valid, 1 invalid.")
    .option(
      "--secret <secret>",
      "a signing secret; may be given more than once; default: MEETBOT_SIGNING_SECRET",
      collect,
    )
    .option("--header <line>", "a header as it came, 'name: value'; give each", collectHeader)
    .option("--legacy", "accept a request that carries X-Hub-Signature alone")
    .option(
      "--url <url>",
      "the webhook's own URL: what was sent to another host is invalid; may be given more than once",
      collectUrl,
    )
    .option("--now <seconds>", "the time to judge by, in Unix seconds; default: now", seconds)
    .action(async ({ secret, header = {}, legacy, now, url }: VerifyOptions) => {
      const secrets = readSecrets(secret);
      const body = await readStdin();
      const verification = verifyRequest({
        body,
        headers: header,
        secrets,
        allowLegacy: legacy ?? false,
        url,
        ...(now === undefined ? {} : { nowS: now }),
      });
      if (verification.valid) return print("valid");
      const { reason } = verification;
      const mistake = reason === "mismatch" ? nameMistake(body, secrets, header) : "";
      print(`invalid: ${faults[reason]}${mistake}`);
      process.exitCode = exitCodes.failed;
    });
}

/** Names what was signed instead, if that can be determined. */
function nameMistake(body: Buffer, secrets: string[], headers: Record<string, string[]>): string {
  const headerOf = (name: string) => headers[name]?.join(",") ?? "";
  const value = headerOf("webhook-signature") || headerOf("x-hub-signature");
  const [id, timestamp] = [headerOf("webhook-id"), headerOf("webhook-timestamp")];
  const diagnosis = secrets
    .map((secret) => {
      const used = { name: "current", secret } as const;
      return diagnoseSignature(value, { body, id, timestamp, secrets: [used] });
    })
    .find(({ result }) => result === "mistake");
  if (diagnosis?.result !== "mistake") return "";
  return `. ${diagnosis.mistakes.map((id) => wordsOf(id, "en").what).join(" ")}`;
}

/** What a merchant can do about each signature fault. */
const faults: Record<SignatureFault, string> = {
  missing: "a signature header is missing; pass each header as it came",
  malformed: "a signature header has not the form it must have",
  stale: "the timestamp is too old: the request may be a replay, or a clock is wrong",
  future: "the timestamp lies in the future: a clock is wrong",
  mismatch: "the signature is of another body or another secret; sign the bytes as they came",
  no_endpoint: "there is no Meetbot-Endpoint-Signature, which --url asks for",
  other_endpoint:
    "it was sent to another host than --url names: somebody relays, or the two differ",
  legacy_only: "only X-Hub-Signature is there, which can be replayed; --legacy accepts that",
};
