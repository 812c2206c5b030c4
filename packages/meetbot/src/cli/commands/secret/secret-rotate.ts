import { defaultOverlapS } from "@meetbot/admin-api/limits/overlap-limits.ts";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Rotation } from "@meetbot/model/bot/bot-secret.ts";
import { newSecret } from "@meetbot/protocol";
import { type Command, Option } from "commander";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { overlap } from "../../options/overlap.ts";
import {
  identityOption,
  pushOption,
  type SecretKindOptions,
  secretKind,
} from "../../options/secret-kind.ts";
import { withStore } from "../../options/storage.ts";
import { writeTable } from "../../terminal/table.ts";

interface RotateOptions extends SecretKindOptions {
  bot: string;
  overlap: number;
  force?: boolean;
  json?: boolean;
}

/** `meetbot secret rotate`: generates a new secret and shows it only this once. */
export function addRotateCommand(secret: Command): void {
  secret
    .command("rotate")
    .description(
      "Make a new secret, which is shown this once. A signing secret waits for secret promote; an identity or push secret is valid at once.",
    )
    .requiredOption("--bot <id>", "whose secret")
    .addOption(identityOption())
    .addOption(pushOption())
    .addOption(
      new Option(
        "--overlap <time>",
        "how long the old one stays valid when the new one has taken its place: 0, 30m, 24h, up to 7d",
      )
        .argParser(overlap)
        .default(defaultOverlapS, "24h"),
    )
    .option("--force", "end at once what an earlier rotation left")
    .option("--json", "print one JSON object")
    .action(rotate);
}

async function rotate({ bot, json, ...options }: RotateOptions): Promise<void> {
  const kind = secretKind(options);
  const secret = newSecret();
  const input = { kind, secret, overlapS: options.overlap, force: options.force ?? false } as const;
  const rotation = await withStore(({ bots }) => bots.rotateSecret(bot, input));
  if (!rotation) throw noSuchBot(bot);
  if (rotation.outcome !== "rotated") throw explain(rotation, bot);
  const until = rotation.previousUntil?.toISOString() ?? null;
  const isNext = kind === "signing";
  const rotated = {
    bot_id: bot,
    [`${kind}_secret`]: secret,
    fingerprint: fingerprintOf(secret),
    ...(isNext ? { stage: "next" } : { previous_valid_until: until }),
  };
  if (json) printJson(rotated);
  else print(...writeTable(rotated), "", ...(isNext ? signingNote(bot) : [ownNote(until)]));
  for (const fingerprint of rotation.replaced) {
    note(`Warning: the secret ${fingerprint} has ended; nobody can use it any longer.`);
  }
}

const ownNote = (until: string | null) =>
  until
    ? "Keep the secret: it is not shown again. After that moment the shop's server must use it."
    : "Keep the secret: it is not shown again. It is the bot's first of its kind, and valid now.";

const signingNote = (bot: string) => [
  "Keep the secret: it is not shown again. Queries are signed with it from now on, beside the current one.",
  `When the merchant has put it in place: meetbot secret promote --bot ${bot}`,
];

function explain(refused: Exclude<Rotation, { outcome: "rotated" }>, bot: string): CommandError {
  if (refused.outcome === "next_waits") {
    return new CommandError(
      `Nothing is rotated: since ${refused.since.toISOString()} a next secret waits, which the merchant may be putting in place. Promote it (meetbot secret promote --bot ${bot}), end it (meetbot secret revoke --bot ${bot} --stage next), or replace it with --force.`,
    );
  }
  return new CommandError(
    `Nothing is rotated: the previous secret is valid until ${refused.until.toISOString()}, and servers may still use it. Wait until then, or end it at once with --force.`,
  );
}
