import type { Logger } from "pino";
import type { Config } from "../../config.ts";
import { BackupFileError } from "../../features/backup/files/backup-file-error.ts";
import { findKeyRing, reachDatabase } from "../../features/backup/files/reach-database.ts";
import {
  type MoveOptions,
  type MoveOutcome,
  moveBot,
  type Side,
} from "../../store/move/move-bot.ts";
import { openStorage } from "../open-storage.ts";
import { type LeadDeps, type LedChannel, repointChannels } from "./repoint-channels.ts";

/** The two installations, as their environments configure them. */
export interface Installations extends Pick<LeadDeps, "apiUrls"> {
  from: Config;
  to: Config;
}

/** The result of a move, and the state of the bot's channels. */
export interface MovedBot {
  move: MoveOutcome;
  /** The new public URL of the bot; `null` if the address did not change. */
  url: string | null;
  /** The channels that had to be redirected to the new server. */
  channels: LedChannel[];
}

/**
 * Moves a bot to another installation and points its channels there. If interrupted, run it again: it continues. Throws
 * a `MoveError`, a `SealError` and the errors of connecting to a database.
 */
export async function moveBotTo(
  botId: string,
  { from, to, apiUrls }: Installations,
  log: Logger,
): Promise<MovedBot> {
  const base = baseOf(to);
  const url = base === baseOf(from) ? null : base;
  const move = await moveRows({ from, to, botId, url }, log);
  if (url === null) return { move, url, channels: [] };
  const { store, close } = await openStorage(to, log);
  try {
    const { links } = store.channels;
    return { move, url, channels: await repointChannels(botId, { links, base: url, apiUrls }) };
  } finally {
    await close();
  }
}

async function moveRows(
  { from, to, ...what }: Pick<Installations, "from" | "to"> & Pick<MoveOptions, "botId" | "url">,
  log: Logger,
): Promise<MoveOutcome> {
  const closings: (() => Promise<void>)[] = [];
  const reach = async (config: Config): Promise<Side> => {
    const keyRing = await findKeyRing(config);
    if (keyRing === null) throw keyMissing();
    const one = await reachDatabase(config, log);
    closings.unshift(one.close);
    const other = await reachDatabase(config, log);
    closings.unshift(other.close);
    return { keyRing, client: one.client, second: other.client };
  };
  try {
    return await moveBot({ from: await reach(from), to: await reach(to), ...what });
  } finally {
    for (const close of closings) await close();
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
