/** One server-sent event. */
export interface ServerSentEvent {
  event: string;
  id: string | null;
  data: string;
}

/** Reads server-sent events (WHATWG HTML, 9.2.6) from a response body; comments are passed over. */
export async function* readEvents(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = new Map<string, string>();
      for (const line of block.split("\n")) {
        const [, name, value = ""] = /^(\w+): ?(.*)$/.exec(line) ?? [];
        if (name) fields.set(name, value);
      }
      const data = fields.get("data");
      if (data === undefined) continue;
      yield { event: fields.get("event") ?? "message", id: fields.get("id") ?? null, data };
    }
  }
}
