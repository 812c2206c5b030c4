import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerRequest } from "./answer-request.ts";
import { reviewTemplates, statusUpdateOf } from "./message-templates.ts";
import {
  type AnsweredCall,
  type GraphState,
  type Mishap,
  newPage,
  type SentMessage,
  type SimulatedApp,
  type SimulatedPage,
  type SimulatedTemplate,
  type SimulatedUser,
  userOf,
} from "./state.ts";
import {
  askForChallenge,
  type GraphPush,
  pushBody,
  toWire,
  type Webhook,
} from "./webhook-pusher.ts";

export interface SimulatorOptions {
  app: SimulatedApp;
  pages: Pick<SimulatedPage, "id" | "name" | "token">[];
  /** Unix milliseconds; the simulator checks the 24-hour window by this clock. */
  now?: () => number;
  requiresProof?: boolean;
  port?: number;
  /** Returns the mishap for a call that {@link GraphSimulator.meetNext} has none for. */
  mishapOf?: GraphState["mishapOf"];
  /** Called after each call was answered. */
  onCall?(call: AnsweredCall): void;
  /** Called after the webhook answered a request. */
  onPush?(push: GraphPush): void;
}

/** Graph API and Messenger on this machine, for tests and the demo. */
export interface GraphSimulator {
  url: string;
  /** The messages it took, oldest first. */
  sent: readonly SentMessage[];
  /** Typing and marks of seen messages. */
  actions: GraphState["actions"];
  /** The requests sent to the webhook, with its responses. */
  pushes: readonly GraphPush[];
  page(id: string): SimulatedPage;
  user(page: string, id: string): SimulatedUser;
  /** Applies these mishaps to the next calls, one each, in this order. */
  meetNext(...mishaps: Mishap[]): void;
  /** Sends the webhook a challenge; if it passes, events are sent there from then on. */
  connectWebhook(webhook: Webhook): Promise<boolean>;
  /** Simulates a user's action: opens the window and notifies the webhook. Resolves when the webhook has answered. */
  act(page: string, user: string, item: object, options?: { copies?: number }): Promise<void>;
  /** Meta reviews the waiting templates of a page. Resolves after the webhook was notified. */
  reviewTemplates(page: string): Promise<void>;
  /** Somebody at Meta changes a template. Resolves after the webhook was notified. */
  setTemplate(
    page: string,
    which: Pick<SimulatedTemplate, "name" | "language">,
    to: Pick<SimulatedTemplate, "status" | "rejectedReason">,
  ): Promise<void>;
  /** Sends one body to the webhook as it is. */
  push(body: object): Promise<void>;
  /** Resolves when all pending echoes have been answered. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the simulator on its own port. It opens no outside connections, and communicates only with its callers and the
 * webhook.
 */
export async function startGraphSimulator(options: SimulatorOptions): Promise<GraphSimulator> {
  const { app, now = Date.now, requiresProof = true, port = 0, mishapOf = () => ({}) } = options;
  const state: GraphState = {
    ...{ app, now, requiresProof, users: new Map(), sent: [], actions: [] },
    ...{ mishaps: [], mishapOf, templatesMade: 0 },
    pages: options.pages.map(newPage),
  };
  const pushes: GraphPush[] = [];
  const underWay = new Set<Promise<void>>();
  let webhook: Webhook | null = null;
  let requests = 0;

  async function push(body: object): Promise<void> {
    if (!webhook) return;
    for await (const one of pushBody(toWire(body), webhook.url, app.secret)) {
      pushes.push(one);
      options.onPush?.(one);
    }
  }
  const pageOf = (id: string) => state.pages.find((page) => page.id === id) ?? missing(id);
  async function sendTemplateStatus(page: string, template: SimulatedTemplate): Promise<void> {
    if (!pageOf(page).subscribedFields.includes("message_template_status_update")) return;
    await push(statusUpdateOf(template, page, now()));
  }
  function echo(sent: SentMessage): void {
    if (
      !state.pages.find(({ id }) => id === sent.page)?.subscribedFields.includes("message_echoes")
    )
      return;
    const pushing = push(bodyOf(sent.page, now(), echoOf(sent, app.id))).finally(() =>
      underWay.delete(pushing),
    );
    underWay.add(pushing);
  }
  const server = createServer((request, response) => {
    const traceId = `trace-${++requests}`;
    void answerRequest(state, request, response, traceId).then((call) => {
      options.onCall?.(call);
      if (call.sent) echo(call.sent);
    });
  });
  // Each message sent over a connection adds a listener for its end.
  server.on("connection", (socket) => socket.setMaxListeners(0));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ sent: state.sent, actions: state.actions, pushes, push },
    page: pageOf,
    user: (page, id) => userOf(state, page, id),
    meetNext: (...mishaps) => void state.mishaps.push(...mishaps),
    async connectWebhook(given) {
      const isOurs = await askForChallenge(given, String(now()));
      if (isOurs) webhook = given;
      return isOurs;
    },
    async act(page, user, item, { copies = 1 } = {}) {
      const timestamp = now();
      userOf(state, page, user).lastActAtMs = timestamp;
      const body = bodyOf(page, timestamp, {
        sender: { id: user },
        recipient: { id: page },
        timestamp,
        ...item,
      });
      for (let copy = 0; copy < copies; copy++) await push(body);
    },
    async reviewTemplates(page) {
      for (const template of reviewTemplates(pageOf(page)))
        await sendTemplateStatus(page, template);
    },
    async setTemplate(page, { name, language }, to) {
      const { templates } = pageOf(page);
      const is = (one: SimulatedTemplate) => one.name === name && one.language === language;
      const template = templates.find(is);
      if (!template) throw new Error(`The page has no template ${name} in ${language}.`);
      Object.assign(template, to);
      if (to.status === "DELETED") pageOf(page).templates = templates.filter((one) => !is(one));
      await sendTemplateStatus(page, template);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function bodyOf(page: string, time: number, item: object): object {
  return { object: "page", entry: [{ id: page, time, messaging: [item] }] };
}

/**
 * Returns the webhook item that echoes a message. Meta gives an attachment its own title; a text stays as it was sent.
 */
export function echoOf({ page, user, mid, message, atMs }: SentMessage, appId: string): object {
  const { quick_replies: _, ...content } = message;
  const said = content.attachment ? { attachments: [content.attachment] } : { text: content.text };
  const { metadata } = content;
  return {
    ...{ sender: { id: page }, recipient: { id: user }, timestamp: atMs },
    message: {
      mid,
      is_echo: true,
      app_id: Number(appId),
      ...(metadata !== undefined && { metadata }),
      ...said,
    },
  };
}

function missing(id: string): never {
  throw new Error(`The simulator has no page ${id}.`);
}
