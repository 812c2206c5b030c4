import { randomInt } from "node:crypto";
import type { GraphMessage } from "../../../channels/messenger/rendering/graph-message.ts";
import {
  type GraphSimulator,
  startGraphSimulator,
} from "../../../graph-simulator/start-graph-simulator.ts";
import type { AnsweredCall, Mishap, SimulatedApp } from "../../../graph-simulator/state.ts";
import { bodyOf, handBackItem, personItem } from "./control-items.ts";
import { type CustomerAct, newMid, toCustomerAct, toFileAct } from "./customer-acts.ts";
import { createEntries } from "./entries.ts";
import type { Act, CustomerContent, PageProfile, Scene, Trouble } from "./scene.ts";
import { createTravels } from "./travels.ts";
import { mishaps } from "./troubles.ts";

/** How long Messenger shows that somebody is typing, unless they finish earlier. */
const typingShownMs = 20_000;

export interface ThreadOptions {
  app: SimulatedApp;
  page: { id: string; name: string; token: string };
  /** The path of the app's webhook on its server. */
  webhookPath: string;
  /** The customer's email address that Meta has. */
  email: string;
  /** Makes the shop stop answering, or answer again. */
  silenceShop(isSilent: boolean): Promise<void>;
}

/** Meta and one customer of one page, as played by the person who tries the demo. */
export interface Thread {
  graph: GraphSimulator;
  scene(): Scene;
  /** Calls back after each change; returns how to end that. */
  watch(listener: () => void): () => void;
  act(act: Act): Promise<void>;
  sendFile(content: Extract<CustomerContent, { url: string }>): Promise<void>;
  close(): Promise<void>;
}

/** Opens an empty thread. */
export async function openThread(options: ThreadOptions): Promise<Thread> {
  const { app, page, email, silenceShop } = options;
  const listeners = new Set<() => void>();
  const travels = createTravels(options.webhookPath);
  const entries = createEntries();
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
    onCall: recordCall,
    onPush(push) {
      travels.recordPush(push);
      changed();
    },
  });

  /** A simulated failure affects only calls that send a message; other calls to Meta succeed. */
  function mishapOf({ params }: Pick<AnsweredCall, "params">): Mishap {
    if (params.message === undefined || trouble === null || trouble === "shop_silent") return {};
    const mishap = mishaps[trouble];
    trouble = null;
    return mishap;
  }

  function recordCall(call: AnsweredCall): void {
    if (!call.path.endsWith("/messages")) return;
    travels.recordCall(call);
    const to = (call.params.recipient as { id?: unknown } | undefined)?.id;
    if (to === customer && call.status === 200) recordAction(call.params.sender_action);
    if (to === customer && call.sent) {
      const { mid: id, atMs, message } = call.sent;
      entries.add({ id, atMs, from: "page", message: message as GraphMessage });
      typingUntilMs = 0;
    }
    changed();
  }

  function recordAction(action: unknown): void {
    if (action === "typing_on") typingUntilMs = Date.now() + typingShownMs;
    if (action === "typing_off") typingUntilMs = 0;
    if (action === "mark_seen") entries.markAllSeen();
  }

  async function play({ mid, content, item, isTap }: CustomerAct): Promise<void> {
    entries.add({ id: mid, atMs: Date.now(), from: "customer", content, mark: "sending" });
    if (isTap) isHeldByPerson = false;
    changed();
    await graph.act(page.id, customer, item);
    const isTaken = graph.pushes.some(({ body, status }) => status === 200 && body.includes(mid));
    entries.mark(mid, isTaken ? "delivered" : "refused");
    changed();
  }

  async function answerAsPerson(text: string): Promise<void> {
    const [id, place] = [newMid(), placeNow()];
    isHeldByPerson = true;
    entries.add({ id, atMs: place.atMs, from: "person", text });
    changed();
    await graph.push(bodyOf(place, personItem(place, id, text)));
  }

  async function handBack(): Promise<void> {
    const place = placeNow();
    isHeldByPerson = false;
    entries.add({ id: newMid(), atMs: place.atMs, from: "meta", notice: "handed_back" });
    changed();
    await graph.push(bodyOf(place, handBackItem(place, app.id)));
  }

  const placeNow = () => ({ page: page.id, customer, atMs: Date.now() });

  async function makeTrouble(next: Trouble | null): Promise<void> {
    const before = trouble;
    trouble = next;
    changed();
    const isSilent = next === "shop_silent";
    if (isSilent !== (before === "shop_silent")) await silenceShop(isSilent);
  }

  /** Starts over when somebody else opens the page: the previous visitor does not see the new one's messages. */
  async function startOver(): Promise<void> {
    customer = newCustomerId();
    [typingUntilMs, isHeldByPerson] = [0, false];
    entries.clear();
    travels.clear();
    await makeTrouble(null);
  }

  return {
    graph,
    scene: () => ({
      page: { name: page.name },
      profile: graph.page(page.id).profile as PageProfile,
      ...{ email, typingUntilMs, isHeldByPerson, trouble },
      entries: entries.list(),
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

/** Returns a new id for a customer of the page: digits that belong to nobody on Facebook. */
function newCustomerId(): string {
  return `9${randomInt(10 ** 11, 10 ** 12)}`;
}
