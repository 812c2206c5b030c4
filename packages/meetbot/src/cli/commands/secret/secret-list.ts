import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { SecretFacts } from "@meetbot/model/bot/bot-secret.ts";
import type { Command } from "commander";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { withStore } from "../../options/storage.ts";

/** `meetbot secret list`: lists a bot's secrets without showing their values. */
export function addListCommand(secret: Command): void {
  secret
    .command("list")
    .description("List a bot's secrets by stage and fingerprint; never a secret itself.")
    .requiredOption("--bot <id>", "whose secrets")
    .option("--json", "print one JSON array")
    .action(async ({ bot, json }: { bot: string; json?: boolean }) => {
      const secrets = await withStore(({ bots }) => bots.listSecrets(bot));
      if (secrets.length === 0) throw noSuchBot(bot);
      if (json) printJson(secrets.map(toPublic));
      else for (const each of secrets) print(oneLine(each));
    });
}

function toPublic(secret: SecretFacts) {
  return {
    kind: secret.kind,
    stage: secret.stage,
    fingerprint: secret.fingerprint,
    created: secret.createdAt.toISOString(),
    ends: secret.endsAt?.toISOString() ?? null,
    tested: secret.testedAt?.toISOString() ?? null,
  };
}

function oneLine(secret: SecretFacts): string {
  const { kind, stage, fingerprint, created, ends, tested } = toPublic(secret);
  return [
    `${kind.padEnd(8)}  ${stage.padEnd(8)}  ${fingerprint}  created ${created}`,
    ...(ends ? [`ends ${ends}`] : []),
    ...(tested ? [`tested ${tested}`] : []),
  ].join("  ");
}
