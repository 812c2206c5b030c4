import { randomInt } from "node:crypto";
import type { GraphMessage } from "../../../channels/messenger/graph-message.ts";
import {
  type GraphSimulator,
  startGraphSimulator,
} from "../../../graph-simulator/start-graph-simulator.ts";
import type { AnsweredCall, Mishap, SimulatedApp } from "../../../graph-simulator/state.ts";
import { type CustomerAct, newMid, toCustomerAct, toFileAct } from "./customer-acts.ts";
import type { Act, CustomerContent, Entry, Mark, PageProfile, Scene, Trouble } from "./scene.ts";
import { createTravels } from "./travels.ts";
import { mishaps } from "./troubles.ts";

/** Meta's own app, in which people answer for a page. */
const pageInboxId = "263902037430900";

/** Messenger shows that somebody is writing for so long, unless they are through before. */
const typingShownMs = 20_000;

const mostEntries = 200;

export interface ThreadOptions {
  app: SimulatedApp;
  page: { id: string; name: string; token: string };
  /** The address that Meta knows of the customer. */
  email: string;
  /** Lets the shop keep silent, or speak again. */
  silenceShop(isSilent: boolean): Promise<void>;
}

/** Meta and one customer of one page, as whoever tries the demo plays them. */
export interface Thread {
  graph: GraphSimulator;
  scene(): Scene;
  /** Calls back after each change; returns how to end that. */
  watch(listener: () => void): () => void;
  act(act: Act): Promise<void>;
  sendFile(content: Extract<CustomerContent, { url: string }>): Promise<void>;
  close(): Promise<void>;
}

/** Opens a thread in which nothing was said yet. */
export async function openThread(options: ThreadOptions): Promise<Thread> {
  const { app, page, email, silenceShop } = options;
  const listeners = new Set<() => void>();
  const travels = createTravels();
  let entries: Entry[] = [];
  let customer = newCustomerId();
  let typingUntilMs = 0;
  let isHeldByPerson = false;
  let trouble: Trouble | null = null;

  const changed = () => {
    for (const listener of listeners) listener();
  };
  const graph = await startGraphSimulator({
    app,
    pages: [page],
    mishapOf,
    onCall(call) {
      if (call.path.endsWith("/messages")) noteCall(call);
    },
    onPush(push) {
      travels.notePush(push, webhookPath());
      changed();
    },
  });
  const webhookPath = () => "POST /channels/messenger";

  /** What goes wrong does so for a message; Meta may be asked all else meanwhile. */
  function mishapOf({ params }: Pick<AnsweredCall, "params">): Mishap {
    if (params.message === undefined || trouble === null || trouble === "shop_silent") return {};
    const mishap = mishaps[trouble];
    trouble = null;
    return mishap;
  }

  function noteCall(call: AnsweredCall): void {
    travels.noteCall(call);
    const to = (call.params.recipient as { id?: unknown } | undefined)?.id;
    if (to === customer && call.status === 200) noteAction(call.params.sender_action);
    if (to === customer && call.sent) {
      const { mid: id, atMs, message } = call.sent;
      add({ id, atMs, from: "page", message: message as GraphMessage });
      typingUntilMs = 0;
    }
    changed();
  }

  function noteAction(action: unknown): void {
    if (action === "typing_on") typingUntilMs = Date.now() + typingShownMs;
    if (action === "typing_off") typingUntilMs = 0;
    if (action === "mark_seen") {
      entries = entries.map((entry) =>
        entry.from === "customer" ? { ...entry, mark: "seen" } : entry,
      );
    }
  }

  function add(entry: Entry): void {
    entries = [...entries, entry].slice(-mostEntries);
    changed();
  }

  async function play({ mid, content, item, isTap }: CustomerAct): Promise<void> {
    add({ id: mid, atMs: Date.now(), from: "customer", content, mark: "sending" });
    if (isTap) isHeldByPerson = false;
    await graph.act(page.id, customer, item);
    const isTaken = graph.pushes.some(({ body, status }) => status === 200 && body.includes(mid));
    mark(mid, isTaken ? "delivered" : "refused");
  }

  function mark(mid: string, mark: Mark): void {
    entries = entries.map((entry) =>
      entry.id === mid && entry.from === "customer" && entry.mark === "sending"
        ? { ...entry, mark }
        : entry,
    );
    changed();
  }

  async function answerAsPerson(text: string): Promise<void> {
    const [id, atMs] = [newMid(), Date.now()];
    isHeldByPerson = true;
    add({ id, atMs, from: "person", text });
    await tell({
      ...{ sender: { id: page.id }, recipient: { id: customer }, timestamp: atMs },
      message: { mid: id, is_echo: true, app_id: Number(pageInboxId), text },
    });
  }

  async function handBack(): Promise<void> {
    const atMs = Date.now();
    isHeldByPerson = false;
    add({ id: newMid(), atMs, from: "meta", notice: "handed_back" });
    await tell({
      ...{ sender: { id: customer }, recipient: { id: page.id }, timestamp: atMs },
      pass_thread_control: { new_owner_app_id: Number(app.id), previous_owner_app_id: pageInboxId },
    });
  }

  const tell = (item: { timestamp: number } & Record<string, unknown>) =>
    graph.push({
      object: "page",
      entry: [{ id: page.id, time: item.timestamp, messaging: [item] }],
    });

  async function makeTrouble(next: Trouble | null): Promise<void> {
    const before = trouble;
    trouble = next;
    changed();
    const isSilent = next === "shop_silent";
    if (isSilent !== (before === "shop_silent")) await silenceShop(isSilent);
  }

  /** Somebody else opens the page: what is said to them is not known to the one before. */
  async function startOver(): Promise<void> {
    customer = newCustomerId();
    [entries, typingUntilMs, isHeldByPerson] = [[], 0, false];
    travels.clear();
    await makeTrouble(null);
  }

  return {
    graph,
    scene: () => ({
      page: { name: page.name },
      profile: graph.page(page.id).profile as PageProfile,
      ...{ email, entries, typingUntilMs, isHeldByPerson, trouble },
      travels: travels.list(),
    }),
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async act(act) {
      if (act.act === "answer_as_person") return answerAsPerson(act.text);
      if (act.act === "hand_back") return handBack();
      if (act.act === "make_trouble") return makeTrouble(act.trouble);
      if (act.act === "start_over") return startOver();
      return play(toCustomerAct(act, email));
    },
    sendFile: (content) => play(toFileAct(content)),
    async close() {
      if (trouble === "shop_silent") await silenceShop(false).catch(() => {});
      await graph.close();
    },
  };
}

/** An id of a page's customer: digits, and of nobody on Facebook. */
function newCustomerId(): string {
  return `9${randomInt(10 ** 11, 10 ** 12)}`;
}
