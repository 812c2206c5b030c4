import { backoffMs, firstMs } from "./backoff.ts";
import { askedMs } from "./line.ts";
import { createPause } from "./pause.ts";
import { readEvents, type ServerEvent } from "./read-events.ts";

/** The server sends a heartbeat every 15 s: after three missing ones, the stream is cut. */
const maxSilenceMs = 45_000;

export interface FollowParts {
  /** Requests the events after the one with that id. Rejects if the connection is lost. */
  connect(lastId: string, signal: AbortSignal): Promise<Response>;
  onEvents(events: ServerEvent[]): void;
  onUp(): void;
  /** Called when the stream is cut and the first reconnection attempt fails. */
  onCut(): void;
  /** Whether an answer that is no stream ends it for good. */
  isOver(response: Response): boolean;
  onOver(response: Response): void;
}

/** An event stream that reconnects automatically. */
export interface Following {
  isUp(): boolean;
  /** Something speaks for trying now: the network or the page is back. */
  wake(): void;
  /** Cuts the stream: the network is gone, or the page was frozen, so the stream's apparent state means nothing. */
  cut(): void;
  stop(): void;
}

/** Follows a stream of events, each once, for as long as it is wanted. */
export function follow(parts: FollowParts): Following {
  const pause = createPause();
  let stream = new AbortController();
  let stopped = false;
  let up = false;
  let hurry = false;
  let heardAt = 0;
  let notBeforeMs = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function heard(): void {
    heardAt = Date.now();
    clearTimeout(silence);
    silence = setTimeout(() => stream.abort(), maxSilenceMs);
  }

  async function run(): Promise<void> {
    let lastId = "";
    for (let failedTries = 0; !stopped; failedTries++) {
      stream = new AbortController();
      hurry = false;
      heard();
      try {
        const response = await parts.connect(lastId, stream.signal);
        notBeforeMs = askedMs(response);
        if (parts.isOver(response)) {
          stopped = true;
          parts.onOver(response);
        } else if (response.ok && response.body) {
          up = true;
          parts.onUp();
          const onBytes = () => {
            heard();
            failedTries = 0;
          };
          const onRetry = (ms: number) => {
            // The value that the server sends to all clients equals the first wait, which is already randomized.
            notBeforeMs = ms > firstMs ? ms : 0;
          };
          for await (const events of readEvents(response.body, onBytes, onRetry)) {
            if (stopped) break;
            lastId = events.at(-1)!.id || lastId;
            parts.onEvents(events);
          }
        }
      } catch {
        // The line is cut, or was cut from here.
      }
      up = false;
      clearTimeout(silence);
      if (stopped) return;
      if (failedTries > 0) parts.onCut();
      if (!hurry) await pause.wait(Math.max(notBeforeMs, backoffMs(failedTries)));
      notBeforeMs = 0;
    }
  }

  void run();
  return {
    isUp: () => up,
    wake() {
      // While a page sleeps, its timers do too.
      if (Date.now() - heardAt > maxSilenceMs) stream.abort();
      hurry = stream.signal.aborted;
      pause.wake();
    },
    cut() {
      stream.abort();
    },
    stop() {
      stopped = true;
      stream.abort();
      pause.wake();
    },
  };
}
