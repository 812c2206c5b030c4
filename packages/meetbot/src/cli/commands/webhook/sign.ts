import {
  readSecrets,
  seconds,
  secret,
  webhookUrl,
} from "@meetbot/conformance/command/signature-options.ts";
import { print } from "@meetbot/conformance/terminal/print.ts";
import { newRequestId, signRequest } from "@meetbot/protocol";
import { type Command, InvalidArgumentError } from "commander";
import { readStdin } from "../../terminal/read-stdin.ts";

interface SignOptions {
  secret?: string;
  id?: string;
  now?: number;
  url?: string;
}

export function addSignCommand(program: Command): void {
  program
    .command("sign")
    .description("Sign a body from standard input; prints the headers that Meetbot would send.")
    .option(
      "--secret <secret>",
      "the signing secret, whole: whsec_…; default: MEETBOT_SIGNING_SECRET",
      secret,
    )
    .option("--id <id>", "the webhook-id; default: the body's own request.id", requestId)
    .option("--now <seconds>", "the webhook-timestamp in Unix seconds; default: now", seconds)
    .option(
      "--url <url>",
      "where it is sent: prints Meetbot-Endpoint-Signature too, which names that host",
      webhookUrl,
    )
    .action(async ({ secret: given, id, now, url }: SignOptions) => {
      const [secret] = readSecrets(given === undefined ? undefined : [given]);
      const body = await readStdin();
      const headers = signRequest({
        body,
        secret,
        id: id ?? idIn(body.toString()) ?? newRequestId("test"),
        timestampS: now ?? Math.floor(Date.now() / 1000),
        url,
      });
      for (const [name, value] of Object.entries(headers)) print(`${name}: ${value}`);
    });
}

/** The ids that a verifier accepts. */
const idForm = /^[\w-]{1,64}$/;

function idIn(body: string): string | null {
  try {
    const id: unknown = JSON.parse(body)?.request?.id;
    return typeof id === "string" && idForm.test(id) ? id : null;
  } catch {
    return null;
  }
}

function requestId(value: string): string {
  if (idForm.test(value)) return value;
  throw new InvalidArgumentError("An id has 1 to 64 letters, digits, dashes or _.");
}
