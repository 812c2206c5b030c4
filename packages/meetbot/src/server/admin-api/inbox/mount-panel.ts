import { inboxPanelRoutes } from "@meetbot/admin-api/contract/inbox/panel.ts";
import type { Question } from "@meetbot/model/conversation/ask.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { accountToSend } from "@meetbot/protocol";
import type { Context } from "hono";
import { liveBook } from "../../../operations/answers/live-book.ts";
import {
  type AskShopDeps,
  askShop,
  numberAloneNow,
  seenOf,
} from "../../../operations/desk/ask-shop.ts";
import { draftAnswer } from "../../../operations/desk/draft.ts";
import { type PanelDeps, readPanel } from "../../../operations/desk/panel.ts";
import { publicNameOf } from "../../../operations/desk/public-name.ts";
import type { Store } from "../../../store/store.ts";
import type { Asker } from "../../../turn/work/work.ts";
import type { AdminApp } from "../http/admin-app.ts";
import type { AdminEnv } from "../http/admin-env.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { recordReading } from "../http/record-reading.ts";
import { toRef } from "../http/to-ref.ts";
import { recordLookup } from "../webhook/record-lookup.ts";
import { serializeLookedUp, serializePanel } from "./serialize-panel.ts";

export interface PanelAreaDeps
  extends PanelDeps,
    AskShopDeps,
    Pick<Store, "operators" | "readings"> {
  /** The bot as it is at this moment. */
  askerOf(botId: string): Promise<Asker | null>;
  /** Whether there is a mail server to send codes. */
  sendsCodes: boolean;
}

/** The number of drafts that an operator may request per hour: one a minute, all day. */
const maxDrafts = 60;
const hourS = 3600;

/** Mounts the panel beside a conversation: the customer's details, the shop's data, and the bot's suggested answers. */
export function mountPanel({ mount }: AdminApp, deps: PanelAreaDeps): void {
  const { answers, askerOf, conversationLog, desk, limits, operators, readings } = deps;

  const askerFor = async (botId: string) => {
    const asker = await askerOf(botId);
    if (!asker) throw notFound("bot");
    return asker;
  };
  const panelOf = async (c: Context<AdminEnv>, ref: ConversationRef, isMasked: boolean) => {
    const { bot } = await askerFor(ref.botId);
    const panel = await readPanel(ref, bot, deps);
    if (!panel) throw notFound("conversation");
    const { operator } = c.get("caller");
    const own = operator && (await operators.namesOf(operator.id));
    return serializePanel(panel, {
      isMasked,
      operatorName: own ? publicNameOf(own, panel.locale) : null,
    });
  };

  mount(inboxPanelRoutes.readPanel, async (c) =>
    c.json(await panelOf(c, toRef(c.req.valid("param")), true), 200),
  );

  mount(inboxPanelRoutes.revealPanel, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const told = await panelOf(c, ref, false);
    // Recorded before it is shown, like a view of the whole conversation, so that no access goes unrecorded.
    const { actor } = c.get("caller");
    const noted = await recordReading(c, conversationLog.as(actor).recordRevealed(ref));
    if (!noted) throw notFound("conversation");
    return c.json(told, 200);
  });

  mount(inboxPanelRoutes.lookUp, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const subject = c.req.valid("json");
    const { user_account: account, filter: _, page: __, ...numbers } = subject;
    const [asker, view] = await Promise.all([askerFor(ref.botId), desk.view(ref)]);
    if (!view) throw notFound("conversation");
    const { actor, operator } = c.get("caller");
    await recordLookup(c, readings, ref.botId, {
      action: "order_looked_up",
      detail: { conversation: ref.conversationId },
      subject: { ...numbers, account },
    });
    const asking = { asker, ref, operatorId: operator?.id ?? actor, state: view.state };
    const question = toQuestion(subject);
    const said = await askShop(question, asking, deps);
    const { bot } = asker;
    const numberAlone = await numberAloneNow(asking, question, deps);
    const items = seenOf(said, { bot, state: view.state, numberAlone, now: deps.clock.now() });
    return c.json(serializeLookedUp(said[0].answer, items), 200);
  });

  mount(inboxPanelRoutes.readDraft, async (c) => {
    const ref = toRef(c.req.valid("param"));
    if (c.req.method === "HEAD") return c.body(null, 200) as never;
    const [asker, view] = await Promise.all([askerFor(ref.botId), desk.view(ref)]);
    if (!view) throw notFound("conversation");
    await countDraft(c, ref.botId);
    await recordDraft(c, ref);
    const book = await liveBook(answers, ref.botId);
    return c.json(await draftAnswer(ref, { asker, view, book }, deps), 200);
  });

  async function recordDraft(c: Context<AdminEnv>, { botId, conversationId }: ConversationRef) {
    const { actor } = c.get("caller");
    const detail = { conversation: conversationId };
    const reading = { actor, action: "draft_revealed", detail } as const;
    if (!(await recordReading(c, readings.note(botId, reading)))) throw notFound("bot");
  }

  async function countDraft(c: Context<AdminEnv>, botId: string): Promise<void> {
    const { actor, operator } = c.get("caller");
    const item = crypto.randomUUID();
    const own = { limit: "operator_drafts", subject: operator?.id ?? actor, item };
    const [full] = await limits.count(botId, [{ ...own, max: maxDrafts, windowS: hourS }]);
    if (!full) return;
    c.header("Retry-After", String(full.retryAfterS));
    throw tooManyDrafts;
  }
}

/** Converts the numbers that a caller names into one question to the shop. */
export function toQuestion(named: {
  order_number?: string | undefined;
  package_number?: string | undefined;
  user_account?: string | undefined;
  filter?: "open" | "past" | "unpaid" | undefined;
  page?: number | undefined;
}): Question {
  const { order_number: orderNumber, package_number: packageNumber, user_account } = named;
  const { filter = "open", page = 1 } = named;
  if (orderNumber !== undefined) return { method: "orders", orderNumber };
  if (packageNumber !== undefined) return { method: "packages", packageNumber, page: 1 };
  return {
    method: "orders",
    userAccount: accountToSend(user_account ?? ""),
    ...{ filter, page },
    isLong: true,
  };
}

const tooManyDrafts = new ApiError(
  429,
  "too_many_drafts",
  `You had ${maxDrafts} drafts made in the last hour, and each may ask the shop. Write this answer yourself, or ask again later.`,
);
