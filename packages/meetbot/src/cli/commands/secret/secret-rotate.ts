import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import { newSecret } from "@meetbot/protocol";
import { type Command, Option } from "commander";
import type { Rotation } from "../../../model/bot/bot-secret.ts";
import { defaultOverlapS } from "../../../operations/secrets/overlap-limits.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { overlap } from "../../options/overlap.ts";
import { withStore } from "../../options/storage.ts";
import { writeTable } from "../../terminal/table.ts";

interface RotateOptions {
  bot: string;
  identity?: boolean;
  overlap: number;
  force?: boolean;
  json?: boolean;
}

/** `meetbot secret rotate`: makes a new secret, shown this once. */
export function addRotateCommand(secret: Command): void {
  secret
    .command("rotate")
    .description(
      "Make a new secret, which is shown this once. A signing secret waits for secret promote; an identity secret is valid at once.",
    )
    .requiredOption("--bot <id>", "whose secret")
    .option("--identity", "the identity secret, with which the shop's server vouches for shoppers")
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
  const kind = options.identity ? "identity" : "signing";
  const secret = newSecret();
  const input = { kind, secret, overlapS: options.overlap, force: options.force ?? false } as const;
  const rotation = await withStore(({ bots }) => bots.rotateSecret(bot, input));
  if (!rotation) throw noSuchBot(bot);
  if (rotation.outcome !== "rotated") throw explain(rotation, bot);
  const until = rotation.previousUntil?.toISOString();
  const rotated = {
    bot_id: bot,
    [`${kind}_secret`]: secret,
    fingerprint: fingerprintOf(secret),
    ...(until ? { previous_valid_until: until } : { stage: "next" }),
  };
  if (json) printJson(rotated);
  else print(...writeTable(rotated), "", ...(until ? [identityNote] : signingNote(bot)));
  for (const fingerprint of rotation.replaced) {
    note(`Warning: the secret ${fingerprint} has ended; nobody can use it any longer.`);
  }
}

const identityNote =
  "Keep the secret: it is not shown again. After that moment the shop's server must use it.";

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
