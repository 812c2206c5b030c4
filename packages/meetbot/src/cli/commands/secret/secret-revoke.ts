import { WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Revocation, SecretKind, SecretStage } from "@meetbot/model/bot/bot-secret.ts";
import { newSecret } from "@meetbot/protocol";
import { type Command, Option } from "commander";
import { noSuchBot } from "../../options/no-such-bot.ts";
import {
  identityOption,
  pushOption,
  type SecretKindOptions,
  secretKind,
} from "../../options/secret-kind.ts";
import { withStore } from "../../options/storage.ts";
import { writeTable } from "../../terminal/table.ts";

interface RevokeOptions extends SecretKindOptions {
  bot: string;
  stage: SecretStage;
  json?: boolean;
}

/** `meetbot secret revoke`: ends a secret before its time. */
export function addRevokeCommand(secret: Command): void {
  secret
    .command("revoke")
    .description(
      "End a secret at once. Revoking the current one, because it leaked, ends the previous one too; the next one takes its place, or a new one that is shown this once.",
    )
    .requiredOption("--bot <id>", "whose secret")
    .addOption(identityOption())
    .addOption(pushOption())
    .addOption(
      new Option("--stage <stage>", "which one")
        .choices(["previous", "next", "current"])
        .default("previous"),
    )
    .option("--json", "print one JSON object")
    .action(revoke);
}

async function revoke({ bot, stage, json, ...options }: RevokeOptions): Promise<void> {
  const kind = secretKind(options);
  if (kind !== "signing" && stage === "next") {
    throw new WrongUseError(`There is no next ${kind} secret.`);
  }
  const replacement = newSecret();
  const revocation = await withStore(({ bots }) =>
    bots.revokeSecret(bot, { kind, stage, replacement }),
  );
  if (!revocation) throw noSuchBot(bot);
  const shown = shownSecret(revocation, kind, replacement);
  if (json) {
    const revoked = revocation.outcome === "revoked";
    const now = revoked && stage === "current" ? { current: revocation.current } : {};
    printJson({ bot_id: bot, revoked, ...now, ...shown });
    return;
  }
  print(inWords(revocation, { kind, stage }));
  if (shown) print("", ...writeTable(shown), "", "Keep the secret: it is not shown again.");
}

function shownSecret(revocation: Revocation, kind: SecretKind, replacement: string) {
  const isShown = revocation.outcome === "revoked" && revocation.current === "replacement";
  return isShown ? { [`${kind}_secret`]: replacement } : null;
}

function inWords(
  revocation: Revocation,
  { kind, stage }: { kind: SecretKind; stage: SecretStage },
) {
  if (revocation.outcome === "none") {
    return `There was no ${stage} ${kind} secret; nothing has changed.`;
  }
  if (revocation.current === "unchanged") return `The ${stage} ${kind} secret has ended.`;
  if (revocation.current === "next") {
    return "The current signing secret has ended, and the next one has taken its place. A webhook that does not have that one yet refuses queries until it does.";
  }
  const whose = kind === "signing" ? "webhook" : "server";
  return `The current ${kind} secret has ended, and nothing is valid but this new one. Give it to the shop's ${whose} now: until then it is refused, or refuses.`;
}
