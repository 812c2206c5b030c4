import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import type { KeyRing } from "../../secrets/key-ring.ts";
import { checkKeyRing } from "../reseal/key-use.ts";
import { checkNodes } from "../upgrade/check-nodes.ts";
import { checkSides } from "./check-sides.ts";
import { dumpBot } from "./dump-bot.ts";
import { hintFollowers } from "./hint-followers.ts";
import { deleteLockedBot, lockBot, recordArrival, recordLeaving } from "./let-go.ts";
import { MoveError } from "./move-error.ts";
import { loadStaged, type Moved, stageBot } from "./stage-bot.ts";

/** A Meetbot's database, over two connections: while one holds locks or loads rows, the other reads. */
export interface Side {
  keyRing: KeyRing;
  client: ClientBase;
  second: ClientBase;
}

/** Steps after each of which a move may stop and be run again. */
export type MoveStep = "locked" | "staged" | "deleted" | "let_go" | "loaded";

export interface MoveOptions {
  from: Side;
  to: Side;
  botId: string;
  /** The base URL of the bot's endpoints after the move; `null` if the address stays the same. */
  url: string | null;
  onStep?(step: MoveStep): Promise<void> | void;
}

/** The outcome of a move; `pausedMs`: how long nobody could write to the bot. */
export type MoveOutcome =
  | ({ outcome: "moved"; isResumed: boolean; pausedMs: number } & Moved)
  | { outcome: "moved_before" };

/**
 * Moves a bot from one installation to another. Until its rows are deleted on the source, it belongs to the source, and
 * nothing reads the rows staged on the target. From then on it belongs to the target: running this again loads the
 * staged rows. Throws a {@link MoveError}, a `SealError`, and PostgreSQL's errors.
 */
export async function moveBot(options: MoveOptions): Promise<MoveOutcome> {
  const { from, to, botId } = options;
  await Promise.all([checkKeyRing(from.client, from.keyRing), checkKeyRing(to.client, to.keyRing)]);
  await checkNodes(to.client, to.keyRing);
  const found = await checkSides(from.client, to.client, botId);
  if (found === "moved_before") {
    await recordArrival(from.client, botId);
    return { outcome: "moved_before" };
  }
  const startedAt = Date.now();
  if (found === "here") await handOver(options);
  const moved = await loadStaged(to.client, to.second, botId);
  await options.onStep?.("loaded");
  await recordArrival(from.client, botId);
  await hintFollowers(from.client, to.client, botId);
  const pausedMs = Date.now() - startedAt;
  return { outcome: "moved", isResumed: found === "on_the_way", pausedMs, ...moved };
}

/** `deadlock_detected`: another transaction locked a row of the bot and waited for another row. */
const isDeadlock = (error: unknown) => (error as { code?: string }).code === "40P01";
const maxTries = 5;

async function handOver(options: MoveOptions): Promise<void> {
  const { client } = options.from;
  for (let nth = 1; ; nth++) {
    try {
      await handOverOnce(options);
      return;
    } catch (error) {
      await client.query("rollback").catch(() => {});
      if (!isDeadlock(error) || nth === maxTries) throw error;
    }
  }
}

/** The rows are deleted while they are read: until that is committed, readers see them as they were locked. */
async function handOverOnce({ from, to, botId, url, onStep }: MoveOptions): Promise<void> {
  const moveId = randomUUID();
  const people = await pairPeople(from.client, to.client);
  if (!(await lockBot(from.client, botId))) {
    throw new MoveError("no_such_bot", `${botId} was deleted meanwhile. Nothing was moved.`);
  }
  await onStep?.("locked");
  const keys = { from: from.keyRing, to: to.keyRing };
  const deleting = deleteLockedBot(from.client, botId);
  // `deleting` is awaited below; if staging fails, the deletion is rolled back.
  deleting.catch(() => {});
  await stageBot(to.client, { botId, moveId }, dumpBot(from.second, botId, { keys, people }));
  await onStep?.("staged");
  await deleting;
  await recordLeaving(from.client, { botId, moveId, url });
  await onStep?.("deleted");
  await from.client.query("commit");
  await onStep?.("let_go");
}

/** Ids of people who have one email on both sides. */
async function pairPeople(from: ClientBase, to: ClientBase): Promise<Map<string, string>> {
  const text = "select id, email from operators";
  const [ours, theirs] = await Promise.all([from, to].map((side) => side.query<Person>(text)));
  const byEmail = new Map(theirs!.rows.map(({ id, email }) => [email, id]));
  return new Map(
    ours!.rows.flatMap(({ id, email }) => {
      const other = byEmail.get(email);
      return other === undefined ? [] : [[id, other]];
    }),
  );
}

interface Person {
  id: string;
  email: string;
}
