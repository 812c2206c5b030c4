import type { LoggedConversation } from "@meetbot/model/log/conversation-log.ts";
import { serializeLogged } from "../deliveries/serialize-delivery.ts";
import { type ReadingDeps, readTranscript } from "./read-transcript.ts";
import { serializeConversation, serializeEntry } from "./serialize-conversation.ts";
import { withoutPlace } from "./serialize-transcript.ts";

/** A conversation as a file, a batch of entries at a time: one JSON text, or one a line. */
export async function* exportConversation(
  logged: LoggedConversation,
  reading: ReadingDeps,
  format: "json" | "ndjson",
): AsyncGenerator<string> {
  const conversation = JSON.stringify({
    ...serializeConversation(logged),
    masked: reading.isMasked,
    deliveries_without_place: withoutPlace(reading.deliveries).map(serializeLogged),
  });
  const isJson = format === "json";
  yield isJson ? `${conversation.slice(0, -1)},"entries":[` : `${conversation}\n`;
  let separator = "";
  for await (const batch of readTranscript(reading)) {
    // The text is enough: how Messenger draws it matters only on a screen.
    const texts = batch.map((entry) =>
      JSON.stringify({ ...serializeEntry(entry), messenger: undefined }),
    );
    yield isJson ? separator + texts.join(",") : `${texts.join("\n")}\n`;
    separator = ",";
  }
  if (isJson) yield "]}\n";
}
