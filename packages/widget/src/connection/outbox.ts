import type { Entry } from "../chat/chat.ts";
import { backoffMs } from "./backoff.ts";
import type { Unsent } from "./keep.ts";

/** So often a message is tried while the line is up; with the waits between, for about half a minute. */
const maxTries = 6;

export interface OutboxParts {
  /** Sends a message; `over` if nothing more can be sent; a number if the outbox must wait that many ms. */
  post(unsent: Unsent): Promise<"stored" | "refused" | "over" | "again" | number>;
  /** Whether the connection is up. While it is down, no message fails: messages are sent once it is back. */
  lineIsUp(): boolean;
  wait(ms: number): Promise<void>;
  /** Remembers it beyond the page. */
  save(unsent: Unsent): void;
  drop(id: string): void;
  onChange(): void;
  random?: () => number;
}

/** The customer's messages that are not in the transcript yet. */
export interface Outbox {
  /** In the order in which they were written. */
  entries(): Entry[];
  add(unsent: Unsent): void;
  retry(id: string): void;
  /** Removes a message that is now in the transcript, no matter which page sent it. */
  arrived(id: string): void;
  /** Sends the waiting messages, in order, one at a time. */
  send(): Promise<void>;
  /** Nothing more can be sent. */
  fail(): void;
  /** Leaves everything as it is, so that a later page can resume it. */
  stop(): void;
}

type Item = Unsent & { stored: boolean; waits?: boolean };

/** Creates an outbox with the entries that were left unsent. */
export function createOutbox(parts: OutboxParts, left: Unsent[]): Outbox {
  const { post, lineIsUp, wait, save, drop, onChange, random } = parts;
  let items: Item[] = left.map((unsent) => ({ ...unsent, stored: false }));
  let sending = false;
  let over = false;
  let tries = 0;

  const keep = ({ stored: _, waits: __, ...unsent }: Item) => save(unsent);

  function failed(item: Item): void {
    // Do not store an item again that has since reached the transcript, or after the outbox was stopped.
    if (!items.includes(item)) return;
    item.failed = true;
    keep(item);
  }

  function fail(): void {
    over = true;
    for (const item of items) if (!item.stored) failed(item);
  }

  async function trySending(item: Item, waits: number): Promise<boolean> {
    const outcome = await post(item);
    item.waits = typeof outcome === "number";
    if (outcome === "stored") {
      item.stored = true;
      drop(item.id);
    } else if (outcome === "over") {
      fail();
    } else if (typeof outcome === "number") {
      onChange();
      await wait(outcome);
      return false;
    } else if (outcome === "refused" || (lineIsUp() && ++tries >= maxTries)) {
      failed(item);
    } else {
      await wait(backoffMs(waits, random));
      return false;
    }
    tries = 0;
    onChange();
    return true;
  }

  return {
    entries: () =>
      items.map(({ id, at, text, failed, stored, waits }) => ({
        key: id,
        at,
        from: "customer",
        text,
        state: failed ? "failed" : stored ? "sent" : waits ? "waiting" : "sending",
      })),
    add(unsent) {
      const item = { ...unsent, stored: false };
      items.push(item);
      keep(item);
      if (over) failed(item);
    },
    retry(id) {
      const item = items.find((item) => item.id === id && item.failed);
      if (!item || over) return;
      item.failed = false;
      items = [...items.filter((other) => other !== item), item];
      keep(item);
    },
    arrived(id) {
      items = items.filter((item) => item.id !== id);
      drop(id);
    },
    async send() {
      if (sending) return;
      sending = true;
      for (let waits = 0; !over; ) {
        const next = items.find(({ failed, stored }) => !failed && !stored);
        if (!next) break;
        waits = (await trySending(next, waits)) ? 0 : waits + 1;
      }
      sending = false;
    },
    fail,
    stop() {
      over = true;
      items = [];
    },
  };
}
