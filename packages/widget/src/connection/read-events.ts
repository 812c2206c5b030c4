/** One server-sent event that carries data. */
export interface ServerEvent {
  event: string;
  /** Of this event, or of the latest one before it that had one. */
  id: string;
  data: string;
}

/**
 * Reads server-sent events. What came whole is handed out together, and only when nothing is left
 * half read: a long history arrives at once. `onBytes` hears of every sign of life.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void,
): AsyncGenerator<ServerEvent[]> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = "";
  let event = "";
  let id = "";
  let data: string[] = [];
  let whole: ServerEvent[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onBytes();
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r?\n/);
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const [, name, text = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
        if (name === "event") event = text;
        else if (name === "id") id = text;
        else if (name === "data") data.push(text);
        else if (line === "") {
          if (data.length > 0) whole.push({ event: event || "message", id, data: data.join("\n") });
          event = "";
          data = [];
        }
      }
      if (rest === "" && data.length === 0 && whole.length > 0) {
        yield whole;
        whole = [];
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
