import type { Logger } from "pino";
import { messenger as messengerChannel } from "../../channels/messenger/messenger.ts";
import { telegramAt } from "../../channels/telegram/api/telegram-api.ts";
import { type TelegramCheck, telegram } from "../../channels/telegram/telegram.ts";
import type { Config } from "../../config.ts";
import {
  type MoveOptions,
  type MoveOutcome,
  moveBot,
  type Side,
} from "../../store/move/move-bot.ts";
import { BackupFileError } from "../backup/backup-file-error.ts";
import { findKeyRing, reachDatabase } from "../backup/reach-database.ts";
import { checkLink } from "../channels/connect-link.ts";
import { telegramLinkDeps } from "../channels/telegram/connect-bot.ts";
import { openStorage } from "../open-storage.ts";

/** The two installations, as their environments say. */
export interface Installations {
  from: Config;
  to: Config;
}

/** What moved, and how the bot's channels stand. */
export interface MovedBot {
  move: MoveOutcome;
  /** Where the bot's doors are; null: under the same address as before. */
  url: string | null;
  /** What Telegram said of sending updates there; null: it has no bot there, or the address is the same. */
  telegram: TelegramCheck | null;
  /** Messenger calls an address that only its dashboard changes; null: no page is connected. */
  messengerUrl: string | null;
}

/**
 * Moves a bot to another installation and leads there what calls the bot. Run again after whatever ended it, it goes on.
 * Throws a `MoveError`, a `SealError` and what reaching a database throws.
 */
export async function moveBotTo(
  botId: string,
  { from, to }: Installations,
  log: Logger,
  onStep?: MoveOptions["onStep"],
): Promise<MovedBot> {
  const base = baseOf(to);
  const url = base === baseOf(from) ? null : base;
  const closings: (() => Promise<void>)[] = [];
  const reach = async (config: Config): Promise<Side> => {
    const keyRing = await findKeyRing(config);
    if (keyRing === null) throw keyMissing();
    const [client, second] = [await reachDatabase(config, log), await reachDatabase(config, log)];
    closings.push(second.close, client.close);
    return { keyRing, client: client.client, second: second.client };
  };
  let move: MoveOutcome;
  try {
    const sides = { from: await reach(from), to: await reach(to) };
    move = await moveBot({ ...sides, botId, url, ...(onStep && { onStep }) });
  } finally {
    for (const close of closings) await close();
  }
  return { move, url, ...(await leadChannels(botId, to, { base, url, log })) };
}

async function leadChannels(
  botId: string,
  to: Config,
  { base, url, log }: { base: string | null; url: string | null; log: Logger },
): Promise<Pick<MovedBot, "telegram" | "messengerUrl">> {
  const { store, close } = await openStorage(to, log);
  try {
    const { links } = store.channels;
    const messenger = await links.find({ botId, channel: messengerChannel.name });
    const own = await links.find({ botId, channel: telegram.name });
    const api = telegramAt(to.telegramUrl ?? undefined);
    const told =
      own && base && url
        ? await checkLink(botId, own, {
            ...telegramLinkDeps(botId, { links, api, publicBase: base }),
            subscribes: true,
          })
        : null;
    return {
      telegram: told,
      messengerUrl: messenger && base && `${base}/channels/messenger/${botId}`,
    };
  } finally {
    await close();
  }
}

const baseOf = ({ publicUrl }: Config): string | null =>
  publicUrl?.replace(/(?<!\/)\/+$/, "") ?? null;

function keyMissing(): BackupFileError {
  return new BackupFileError(
    "master_key_missing",
    "A master key is missing. Set MEETBOT_MASTER_KEY here and in the file behind --to, or the data folder that holds the file master.key. Nothing was moved.",
  );
}
