import type { z } from "@hono/zod-openapi";
import type {
  ConversationRow,
  TranscriptEntry,
} from "@meetbot/admin-api/contract/conversations.ts";
import type { ModelCall } from "@meetbot/model/conversation/model-command.ts";
import type { LoggedConversation } from "@meetbot/model/log/conversation-log.ts";
import { serializeLogged } from "../deliveries/serialize-delivery.ts";
import type { ToldEntry } from "./serialize-transcript.ts";

/** A conversation as the admin API lists it. */
export function serializeConversation(
  logged: LoggedConversation,
): z.output<typeof ConversationRow> {
  return {
    conversation_id: logged.id,
    channel: logged.channel,
    locale: logged.locale,
    started_at: logged.startedAt.toISOString(),
    active_at: logged.activeAt.toISOString(),
    messages: logged.messages,
    deliveries: logged.deliveries,
    failed_deliveries: logged.failedDeliveries,
    outcome: logged.outcome,
    holder: logged.holder,
    held_by: logged.heldBy && { operator_id: logged.heldBy.id, name: logged.heldBy.name },
  };
}

type BotEntry = z.output<(typeof TranscriptEntry.options)[0]>;

/** An entry of a transcript by the names of the admin API. */
export function serializeEntry({
  redactedAt,
  ...entry
}: ToldEntry): z.output<typeof TranscriptEntry> {
  const times = { at: entry.at.toISOString(), redacted_at: redactedAt?.toISOString() ?? null };
  if (entry.from === "customer") {
    const { languageModel, deliveries, pictures, ...told } = entry;
    return {
      ...told,
      ...times,
      pictures: pictures.map(({ isScanned, ...picture }) => ({ ...picture, scanned: isScanned })),
      language_model: languageModel && serializeModelCall(languageModel),
      deliveries: deliveries.map(serializeLogged),
    };
  }
  return {
    ...entry,
    ...times,
    reply: entry.reply as BotEntry["reply"],
    messenger: entry.messenger as BotEntry["messenger"],
  };
}

const serializeModelCall = ({ durationMs, ...call }: ModelCall) => ({
  ...call,
  duration_ms: durationMs,
});
