import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Mailer } from "@meetbot/model/mail.ts";
import type { Logger } from "pino";
import type { DeskMoves } from "../operations/desk/desk-moves.ts";
import type { DeskUpkeep } from "../operations/desk/desk-upkeep.ts";
import { startDeskUpkeep } from "../operations/desk/start-desk-upkeep.ts";
import { startDatabaseWatch } from "../operations/start-database-watch.ts";
import { startMaintenance } from "../operations/start-maintenance.ts";
import { startWaiting } from "../operations/waiting/start-waiting.ts";
import type { Job } from "../platform/parts/job.ts";
import type { Store } from "../store/store.ts";
import type { Metrics } from "./metrics/metrics.ts";

export interface BackgroundDeps {
  store: Store;
  deskMoves: DeskMoves;
  deskUpkeep: DeskUpkeep;
  botOf(botId: string): Promise<Bot | null>;
  mailer: Mailer | null;
  publicUrl: string | null;
  wakeWorker(ref: ConversationRef): void;
  metrics: Pick<Metrics, "onWait">;
  log: Logger;
}

/** Starts the jobs of a node that belong to no feature: retention, a look at the database, the inbox, reply mails. */
export function startBackground(deps: BackgroundDeps): Job[] {
  const { store, botOf, mailer, wakeWorker, metrics, log } = deps;
  const { dueWork, waiting, mailbox } = store;
  const publicUrl = deps.publicUrl?.replace(/\/$/, "") ?? null;
  return [
    startMaintenance(store, deps.deskMoves, log),
    startDatabaseWatch(store, log),
    startDeskUpkeep(deps.deskUpkeep, dueWork, log),
    startWaiting({
      ...{ waiting, mailbox, dueWork, botOf, wakeWorker },
      onWait: metrics.onWait,
      replyMails: mailer && publicUrl ? { ...store, mailer, botOf, log, publicUrl } : null,
      log,
    }),
  ];
}
