import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/**
 * How soon a displaced stream reconnects. A stream displaced by others of the same conversation waits long: nine tabs
 * of one chat must not keep displacing each other. A tab that the customer looks at reconnects at once by itself.
 */
const comeBackAfterMs = { conversation: 60_000, network: 5_000 };

/** Clients that do not read the farewell within this time are cut off. */
const farewellMs = 5_000;

/** Yields the frames of a stream and, if another stream displaced it, when the client may reconnect. */
export async function* withFarewell(
  frames: AsyncGenerator<string>,
  displaced: AbortSignal,
): AsyncGenerator<string> {
  yield* frames;
  if (!displaced.aborted) return;
  const by = displaced.reason as keyof typeof comeBackAfterMs;
  yield `retry: ${comeBackAfterMs[by]}\n\n`;
}

/** Closes the connection of a stream that lost its place, even if the client has stopped reading. */
export function cutAfterFarewell(c: Context, displaced: AbortSignal): void {
  const { outgoing }: Partial<HttpBindings> = c.env ?? {};
  if (!outgoing) return;
  const cutLater = () => {
    const cut = setTimeout(() => outgoing.destroy(), farewellMs);
    outgoing.once("close", () => clearTimeout(cut));
  };
  displaced.addEventListener("abort", cutLater, { once: true });
}
