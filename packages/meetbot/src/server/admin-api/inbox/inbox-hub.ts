import { maxInboxStreams } from "@meetbot/admin-api/contract/inbox/live.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Logger } from "pino";
import type { Hints } from "../../../platform/change-signals/database-hints.ts";
import { createSignal } from "../../../platform/change-signals/signal.ts";
import type { Desk } from "../../../store/desk/desk.ts";

/** Changes within this time are looked up and sent together. */
const gatherMs = 200;

/** The hint that a bot's labels changed: it names no conversation. */
export const labelsHint = (botId: string): ConversationRef => ({ botId, conversationId: "" });

/** The changes since the subscriber's last request. */
export interface InboxNews {
  conversations: string[];
  hasLabels: boolean;
}

export interface InboxSubscription {
  /** Resolves when something changed (or did since the last call), after `ms` at the latest, or at the end. */
  changed(ms: number): Promise<void>;
  take(): InboxNews;
  end(): void;
}

export interface InboxHubDeps {
  hints: Pick<Hints, "listen">;
  desk: Pick<Desk, "known">;
  log: Pick<Logger, "warn">;
  closing: AbortSignal;
}

interface Follower {
  who: string;
  ids: Set<string>;
  hasLabels: boolean;
  raise(): void;
  displace(): void;
}

/** Passes hints to the followers of a bot's inbox, with one lookup for all of them to find which hints concern it. */
export function createInboxHub({ hints, desk, log, closing }: InboxHubDeps) {
  const followers = new Map<string, Set<Follower>>();
  let gathered = new Map<string, Set<string>>();
  let timer: NodeJS.Timeout | null = null;

  const hand = async (botId: string, ids: Set<string>) => {
    const hasLabels = ids.delete("");
    const known = ids.size === 0 ? [] : await desk.known(botId, [...ids]);
    if (known.length === 0 && !hasLabels) return;
    for (const follower of followers.get(botId) ?? []) {
      for (const id of known) follower.ids.add(id);
      follower.hasLabels ||= hasLabels;
      follower.raise();
    }
  };
  const flush = () => {
    const all = gathered;
    gathered = new Map();
    timer = null;
    for (const [botId, ids] of all) {
      hand(botId, ids).catch((error: unknown) =>
        log.warn({ err: error, bot: botId }, "who follows an inbox was not told"),
      );
    }
  };
  const stop = hints.listen(({ botId, conversationId }) => {
    if (!followers.has(botId)) return;
    gathered.set(botId, (gathered.get(botId) ?? new Set()).add(conversationId));
    timer ??= setTimeout(flush, gatherMs);
  });
  closing.addEventListener("abort", () => {
    stop();
    if (timer) clearTimeout(timer);
  });

  return {
    /**
     * `who`: the operator whose limit the subscription counts toward. `onDisplaced`: called when that operator exceeds
     * the limit by opening one more.
     */
    subscribe(botId: string, who: string, onDisplaced: () => void): InboxSubscription {
      const group = followers.get(botId) ?? new Set();
      followers.set(botId, group);
      const own = [...group].filter((one) => one.who === who);
      if (own.length >= maxInboxStreams) own[0]?.displace();
      const signal = createSignal();
      const displace = () => {
        end();
        onDisplaced();
      };
      const follower: Follower = {
        ...{ who, ids: new Set(), hasLabels: false },
        ...{ raise: signal.raise, displace },
      };
      const end = () => {
        if (!group.delete(follower)) return;
        if (group.size === 0 && followers.get(botId) === group) followers.delete(botId);
        signal.raise();
      };
      followers.set(botId, group.add(follower));
      return {
        async changed(ms) {
          await signal.raised(ms);
        },
        take() {
          const news = { conversations: [...follower.ids], hasLabels: follower.hasLabels };
          follower.ids.clear();
          follower.hasLabels = false;
          return news;
        },
        end,
      };
    },
  };
}
