import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress, createZstdDecompress } from "node:zlib";
import type { ClientBase } from "pg";
import {
  type BackupRecord,
  readRecords,
  writeRecords,
} from "../../features/backup/store/backup-record.ts";
import { fillTables } from "../../features/backup/store/fill-tables.ts";
import { recountBot } from "../overview/tally.ts";
import { inClientTransaction } from "./in-client-transaction.ts";
import { recordMove } from "./record-move.ts";

/** Size of a part, which is one row: small enough to hold in memory. */
const partBytes = 1024 * 1024;

const compression = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** How much moved. */
export interface Moved {
  tables: number;
  rows: number;
}

/** Stores the bot's data outside the live tables, where nothing reads it; deletes what an earlier attempt left. */
export async function stageBot(
  client: ClientBase,
  { botId, moveId }: { botId: string; moveId: string },
  records: AsyncIterable<BackupRecord>,
): Promise<void> {
  await inClientTransaction(client, async () => {
    await client.query("delete from arriving_bots where bot_id = $1", [botId]);
    let part = 0;
    const store = async (body: Buffer) => {
      await client.query(
        "insert into arriving_bots (bot_id, part, move_id, body) values ($1, $2, $3, $4)",
        [botId, part++, moveId, body],
      );
    };
    await pipeline(
      Readable.from(writeRecords(records)),
      createZstdCompress(compression),
      async (squeezed: AsyncIterable<Buffer>) => {
        for await (const body of inParts(squeezed)) await store(body);
      },
    );
  });
}

async function* inParts(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const chunk of bytes) {
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes < partBytes) continue;
    yield Buffer.concat(held);
    held = [];
    heldBytes = 0;
  }
  if (heldBytes > 0) yield Buffer.concat(held);
}

/**
 * Turns the staged data into the bot: one transaction inserts all of its rows into the tables and deletes the staged
 * data. `reader` is another connection to the same database, because the first one is busy inserting the rows.
 */
export async function loadStaged(
  client: ClientBase,
  reader: ClientBase,
  botId: string,
): Promise<Moved> {
  return inClientTransaction(client, async () => {
    await client.query("set local statement_timeout = 0; set local lock_timeout = 0");
    const bytes = Readable.from(partsOf(reader, botId)).pipe(createZstdDecompress());
    const records = readRecords(bytes);
    const moved = await fillTables(client, records, { setCounters: raiseCounters });
    await recountBot(client, botId);
    await client.query("delete from arriving_bots where bot_id = $1", [botId]);
    await client.query("delete from moved_bots where bot_id = $1", [botId]);
    await recordMove(client, "bot_moved_here", { bot_id: botId });
    return moved;
  });
}

async function* partsOf(reader: ClientBase, botId: string): AsyncGenerator<Buffer> {
  for (let part = 0; ; part++) {
    const { rows } = await reader.query<{ body: Buffer }>(
      "select body from arriving_bots where bot_id = $1 and part = $2",
      [botId, part],
    );
    if (!rows[0]) return;
    yield rows[0].body;
  }
}

/** A bot's numbers rise: the next one is above all that it brought. */
async function raiseCounters(client: ClientBase, last: Record<string, string | null>) {
  for (const [name, value] of Object.entries(last)) {
    if (value === null) continue;
    await client.query(
      `select setval(format('%I', sequencename)::regclass, $2::bigint) from pg_sequences
       where schemaname = current_schema() and sequencename = $1
         and coalesce(last_value, 0) < $2::bigint`,
      [name, value],
    );
  }
}
