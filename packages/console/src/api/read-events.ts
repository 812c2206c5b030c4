import { EventSourceParserStream } from "eventsource-parser/stream";

/** Yields the events of a streamed response (`text/event-stream`) as they arrive. */
export async function* readEvents(response: Response) {
  if (!response.body) return;
  const events = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream());
  const reader = events.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
