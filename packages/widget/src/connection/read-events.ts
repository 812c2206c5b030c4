/** One server-sent event that carries data. */
export interface ServerEvent {
  event: string;
  /** Of this event, or of the latest one before it that had one. */
  id: string;
  data: string;
}

/**
 * Reads server-sent events. Yields complete events together, and only when no partial event is pending, so that a long
 * history arrives at once. Calls `onBytes` for all data received, and `onRetry` with the delay after which the server
 * wants the client to reconnect when the stream ends.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void,
  onRetry: (ms: number) => void,
): AsyncGenerator<ServerEvent[]> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = "";
  let id = "";
  let whole: ServerEvent[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onBytes();
      const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
      rest = blocks.pop()!;
      for (const block of blocks) {
        let event = "message";
        const data: string[] = [];
        for (const line of block.split(/\r?\n/)) {
          const [, name, text = ""] = /^([^:]*):? ?(.*)$/s.exec(line)!;
          if (name === "event") event = text;
          if (name === "id") id = text;
          if (name === "data") data.push(text);
          if (name === "retry") onRetry(+text);
        }
        if (data.length > 0) whole.push({ event, id, data: data.join("\n") });
      }
      if (rest.trim() === "" && whole.length > 0) {
        yield whole;
        whole = [];
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
