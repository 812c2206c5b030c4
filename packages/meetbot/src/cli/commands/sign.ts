import { newRequestId, signRequest } from "@meetbot/protocol";
import type { Command } from "commander";
import { readStdin } from "../read-stdin.ts";
import { seconds, secret } from "../signature-options.ts";

export function addSignCommand(program: Command): void {
  program
    .command("sign")
    .description("Sign a body from standard input; prints the headers that Meetbot would send.")
    .requiredOption("--secret <secret>", "the signing secret, whole: whsec_…", secret)
    .option("--id <id>", "the webhook-id; default: a new one")
    .option("--now <seconds>", "the webhook-timestamp in Unix seconds; default: now", seconds)
    .action(async ({ secret, id, now }: { secret: string; id?: string; now?: number }) => {
      const headers = signRequest({
        body: await readStdin(),
        secret,
        id: id ?? newRequestId("test"),
        timestampS: now ?? Math.floor(Date.now() / 1000),
      });
      for (const [name, value] of Object.entries(headers)) console.log(`${name}: ${value}`);
    });
}
