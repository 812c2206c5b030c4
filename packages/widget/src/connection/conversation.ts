import type { Chat, ChatState, Locale, Phase, Rating } from "../chat/chat.ts";
import { backoffMs } from "./backoff.ts";
import { type Following, follow } from "./follow.ts";
import type { Keep, Session, Unsent } from "./keep.ts";
import { isRefusal, type Line, type Refusal, readRefusal } from "./line.ts";
import { newId } from "./new-id.ts";
import { createOutbox } from "./outbox.ts";
import { createPause } from "./pause.ts";
import type { ServerEvent } from "./read-events.ts";
import { takeToken } from "./take-token.ts";
import { createTranscript, type Message } from "./transcript.ts";

/** How long the typing indicator stays: the signal repeats every few seconds while a person types. */
const maxWritingMs = 8_000;

export interface ConversationParts {
  session: Session;
  identity: string | null;
  locale: Locale;
  line: Line;
  keep: Keep;
  onChange(): void;
  /** Called with the server's message for the developer of the page. */
  onRefused(message: string): void;
}

/** One conversation on this page, from the moment on in which it is opened or resumed. */
export interface Conversation {
  session: Session;
  state(): ChatState;
  say(text: string, payload: string | null): void;
  retry(key: string): void;
  seen(): void;
  rate: Chat["rate"];
  call: Chat["call"];
  hear: Chat["hear"];
  /** Handles that another tab of the same session has seen messages or rated some. */
  follow(kept: Session): void;
  wake(): void;
  cut(): void;
  /** Leaves it as it is. */
  stop(): void;
}

/** Begins or resumes a session's conversation. */
export function createConversation(parts: ConversationParts): Conversation {
  const { session, identity, locale, line, keep, onChange, onRefused } = parts;
  const said = createTranscript();
  const pause = createPause();
  let phase: Phase = "connecting";
  let typing: ChatState["typing"] = false;
  let writing: ReturnType<typeof setTimeout> | undefined;
  let holder: ChatState["holder"];
  let stopped = false;
  let following: Following | null = null;
  let writtenAt = 0;
  let rated: Promise<unknown> = Promise.resolve();

  const outbox = createOutbox(
    {
      post,
      lineIsUp: () => following?.isUp() ?? false,
      wait: pause.wait,
      save: (unsent) => keep.saveUnsent(session, unsent),
      drop: (id) => keep.dropUnsent(session, id),
      onChange: () => stopped || onChange(),
    },
    keep.unsent(session),
  );

  function be(next: Phase): void {
    if (stopped || phase === next) return;
    phase = next;
    onChange();
  }

  /** Ends the conversation permanently: nothing more is sent or received. */
  function end(as: Phase): void {
    if (stopped) return;
    following?.stop();
    outbox.fail();
    typing = false;
    be(as);
  }

  function refuse(refusal: Refusal): void {
    if (stopped) return;
    end(refusal.code === "invalid_identity" ? "unidentified" : "refused");
    onRefused(refusal.message);
  }

  function send(): void {
    if (session.token) void outbox.send();
  }

  async function post(unsent: Unsent): ReturnType<Line["post"]> {
    const { token } = session;
    const outcome = token ? await line.post(token, unsent) : "again";
    if (outcome !== "over" || !token) return outcome;
    expire(token);
    return phase === "ended" ? "over" : "again";
  }

  /** The token is no longer accepted. */
  function expire(token: string): void {
    if (stopped || token !== session.token) return;
    // The transcript contains messages from the customer.
    if (said.entries().length > said.unreadAfter(0)) end("ended");
    else {
      // Only the bot's messages are on the screen, so a new conversation loses nothing: its welcome replaces this
      // one's.
      following?.stop();
      following = null;
      Object.assign(session, { token: null, begunAt: Date.now(), seen: 0 });
      void open(token);
    }
  }

  async function open(expired: string | null = null): Promise<void> {
    takeToken(session, keep, expired);
    for (let failedTries = 0; !session.token; failedTries++) {
      const { former } = session;
      const opened = await line.open({ locale, identity, former });
      if (stopped) return;
      if (typeof opened === "string") {
        // Another conversation, of which nothing was seen.
        if (former && opened !== former) Object.assign(session, { seen: 0, rated: {} });
        takeToken(session, keep, expired, opened);
      } else if (typeof opened === "number") await pause.wait(opened);
      else if (opened) return refuse(opened);
      else {
        be("offline");
        await pause.wait(backoffMs(failedTries));
      }
      if (stopped) return;
    }
    connect(session.token);
    send();
  }

  function connect(token: string): void {
    following = follow({
      connect: (lastId, signal) => line.follow(token, lastId, signal),
      onEvents: hear,
      onUp() {
        pause.wake(); // what waits in the outbox goes out now
        be(said.newest() ? "open" : "connecting");
      },
      onCut() {
        typing = false;
        be("offline");
      },
      isOver: isRefusal,
      async onOver(response) {
        if (response.status === 401) expire(token);
        else refuse(await readRefusal(response));
      },
    });
  }

  function hear(events: ServerEvent[]): void {
    for (const { event, data } of events) {
      const told = JSON.parse(data);
      if (event === "typing") write(told.name);
      if (told.holder) {
        // The event `state`: the bot sends nothing more, or somebody else now answers.
        holder = told.holder;
        typing = false;
      }
      // Messages alone have a number.
      if (told.seq) take(told);
    }
    if (said.newest()) phase = "open";
    onChange();
  }

  /** Shows who is typing. For an agent, the indicator ends after a while: agents may stop without sending anything. */
  function write(name: string | undefined): void {
    typing = name ?? true;
    clearTimeout(writing);
    if (name)
      writing = setTimeout(() => {
        typing = false;
        onChange();
      }, maxWritingMs);
  }

  function take(message: Message): void {
    if (message.from === "customer") outbox.arrived(message.id);
    else typing = false;
    said.add(message);
  }

  function sawUpTo(seq: number, save: boolean): void {
    if (seq <= session.seen) return;
    session.seen = seq;
    if (save) saveSession();
    onChange();
  }

  /** Saves the session, unless another tab has since begun another conversation. */
  function saveSession(): void {
    if (keep.session()?.id === session.id) keep.saveSession(session);
  }

  function show(key: string, rating: Rating | null): void {
    session.rated = { ...session.rated, [key]: rating };
    saveSession();
    onChange();
  }

  /** Shows a rating immediately, sends ratings in the order of the taps, and reverts one that the server rejects. */
  const rate: Chat["rate"] = (key, rating) => {
    const { token } = session;
    const before = session.rated?.[key] ?? null;
    show(key, rating);
    rated = rated.then(async () => {
      const isTaken = !token || (await line.rate(token, +key, rating));
      // If the customer has tapped again since, their newer rating stays.
      if (!isTaken && session.rated?.[key] === rating) show(key, before);
    });
  };

  void open();
  return {
    session,
    state: () => ({
      phase,
      typing,
      holder,
      entries: [...said.entries(), ...outbox.entries()],
      unread: said.unreadAfter(session.seen),
      rated: session.rated ?? {},
    }),
    say(text, payload) {
      writtenAt = Math.max(Date.now(), writtenAt + 1);
      outbox.add({ id: newId(), at: writtenAt, text, payload, failed: false });
      onChange();
      send();
      // Another tab may have taken over the stream; this tab needs it again now.
      following?.wake();
    },
    retry(key) {
      outbox.retry(key);
      onChange();
      send();
    },
    rate,
    hear,
    call: async (route, how) => (session.token ? line.call(session.token, route, how) : null),
    seen: () => sawUpTo(said.newest(), true),
    follow({ seen, rated = {} }) {
      session.rated = rated;
      sawUpTo(seen, false);
      onChange();
    },
    wake() {
      pause.wake();
      following?.wake();
    },
    cut() {
      following?.cut();
      if (phase === "open" || phase === "connecting") be("offline");
    },
    stop() {
      stopped = true;
      outbox.stop();
      following?.stop();
      pause.wake();
    },
  };
}
