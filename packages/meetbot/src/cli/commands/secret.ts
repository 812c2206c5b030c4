import { newSecret } from "@meetbot/protocol";
import { type Command, InvalidArgumentError, Option } from "commander";
import { CommandError, WrongUseError } from "../failure.ts";
import { withStore } from "../storage.ts";

const minuteS = 60;
const hourS = 60 * minuteS;
const dayS = 24 * hourS;
const unitS: Record<string, number> = { m: minuteS, h: hourS, d: dayS };

/** A day: a deployment that fails in the evening can be repaired in the morning. */
const defaultOverlapS = dayS;
/** A secret that leaked, or may have, is not to be good for longer. */
const maxOverlapS = 7 * dayS;

interface Which {
  bot: string;
  identity?: boolean;
  json?: boolean;
}

/** `meetbot secret …`: replaces a bot's secrets, beside a running server too. */
export function addSecretCommands(program: Command): void {
  const secret = program.command("secret").description("Replace a bot's secrets.");

  secret
    .command("rotate")
    .description(
      "Make a new secret, which is shown this once; the old one stays valid for a while.",
    )
    .requiredOption("--bot <id>", "whose secret")
    .option("--identity", "the identity secret, with which the shop's server vouches for shoppers")
    .addOption(
      new Option("--overlap <time>", "how long the old one stays valid: 0, 30m, 24h, up to 7d")
        .argParser(overlap)
        .default(defaultOverlapS, "24h"),
    )
    .option("--json", "print one JSON object")
    .action(rotate);

  secret
    .command("revoke")
    .description("End the previous secret at once, before its time is over.")
    .requiredOption("--bot <id>", "whose secret")
    .option("--identity", "the identity secret")
    .option("--json", "print one JSON object")
    .action(revoke);
}

/** Reads a length of time in seconds. */
function overlap(value: string): number {
  const [, count, unit = ""] = /^(\d{1,5})([mhd])$/.exec(value) ?? [];
  const seconds = value === "0" ? 0 : Number(count) * (unitS[unit] ?? Number.NaN);
  if (seconds <= maxOverlapS) return seconds;
  throw new InvalidArgumentError("An overlap is 0, minutes (30m), hours (24h) or days, up to 7d.");
}

async function rotate({ bot, json, ...which }: Which & { overlap: number }): Promise<void> {
  checkKind(which);
  const secret = newSecret();
  const rotation = await withStore(({ bots }) =>
    bots.rotateIdentitySecret(bot, secret, which.overlap),
  );
  if (!rotation) throw noSuchBot(bot);
  const until = rotation.previousUntil.toISOString();
  if (json) {
    const rotated = { bot_id: bot, identity_secret: secret, previous_valid_until: until };
    console.log(JSON.stringify(rotated));
  } else {
    console.log(`identity_secret       ${secret}\nprevious_valid_until  ${until}`);
    console.log(
      "\nKeep the secret: it is not shown again. After that moment the shop's server must use it.",
    );
  }
  if (rotation.endedEarly) console.error(endedEarlyWarning);
}

const endedEarlyWarning =
  "Warning: an older secret was still valid and is no longer. A shop's server that signs with it must take the new one now.";

async function revoke({ bot, json, ...which }: Which): Promise<void> {
  checkKind(which);
  const revoked = await withStore(async ({ bots }) => {
    if (!(await bots.find(bot))) throw noSuchBot(bot);
    return bots.revokePreviousIdentitySecret(bot);
  });
  if (json) console.log(JSON.stringify({ bot_id: bot, revoked }));
  else console.log(revoked ? "The previous identity secret has ended." : nothingToRevoke);
}

const nothingToRevoke = "There was no previous identity secret; the current one stays valid.";

function checkKind({ identity }: Pick<Which, "identity">): void {
  if (identity) return;
  throw new WrongUseError(
    "Say which secret: --identity. Rotation of the signing secret comes with a later version.",
  );
}

function noSuchBot(id: string): CommandError {
  return new CommandError(`There is no bot ${id}. See all with: meetbot bot list`);
}
