import {
  type HeldTemplate,
  type OwnTemplate,
  orderTemplates,
  parcelTemplates,
  type TemplateKind,
} from "@meetbot/model/push/message-template.ts";
import type { News, WayOutcome } from "@meetbot/model/push/notification.ts";
import { orderNewsStatuses, parcelStatuses } from "@meetbot/presentation";
import type { Logger } from "pino";
import type { SendFailure, TemplateSide } from "../../../channels/channel.ts";
import { toPageFailure } from "../../../outbound/next-step.ts";
import type { Sender, SenderFor } from "../../../outbound/sender.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";
import type { MessageTemplates } from "../../../store/templates/message-templates.ts";
import type { TemplateAddress } from "../../../store/templates/template-address.ts";

/** What sending updates by template requires. */
export interface TellByTemplateDeps {
  templates: Pick<MessageTemplates, "addressOf" | "list" | "keepAll">;
  links: Pick<ChannelLinks, "pause" | "stop" | "note">;
  senderFor: SenderFor;
  log: Logger;
}

/** How long to wait before a retry if the platform was unreachable, or limited the rate without stating a wait. */
const retryMs = 60_000;

/** How long to wait if another app holds the conversation, as it may return it soon. */
const heldMs = 15 * 60_000;

/** The longest wait, because the other app may return the conversation at any moment. */
const maxWaitMs = 3_600_000;

/**
 * Sends an update to a customer on their platform, outside of its window: with a Meetbot template that the platform has
 * approved, in the language in which they agreed to updates. It contains a status and nothing about an order. Where the
 * answer is lost, Meetbot does not send it again: no update comes twice.
 */
export async function sendByTemplate(news: News, deps: TellByTemplateDeps): Promise<WayOutcome> {
  const kind = templateFor(news);
  const at = kind && (await deps.templates.addressOf(news));
  if (!at) return noWay("no_template");
  const sender = at.isStopped
    ? null
    : await deps.senderFor({ botId: news.botId, channel: at.channel });
  if (!sender) return noWay("channel_stopped");
  const side = sender.channel.templates;
  if (!side) return noWay("no_template");
  // They were met over another page: its ids mean nothing to this one.
  if (sender.link.externalId !== at.address.externalId) return noWay("gone");
  if (at.waitMs > 0) return { kind: "again", afterMs: Math.min(at.waitMs, maxWaitMs) };
  const template = await findTemplate(kind, at, { ...sender, side }, deps);
  if (!template) return noWay("no_template");
  const outgoing = {
    template,
    to: at.address.to,
    parameters: [sender.bot.name],
    // Never in the form of an outbox id, so that the echo matches no outbox message.
    metadata: `push.${news.pushId}`,
  };
  const outcome = await side.send(outgoing, sender.link, sender.api);
  return outcome.ok ? { kind: "sent" } : afterFailure(outcome, news, { ...sender, side }, deps);
}

/** Returns the template for a status; `null` if the status has none or is unknown. */
function templateFor({ of, status }: Pick<News, "of" | "status">): TemplateKind | null {
  if (of === "order") return isStatusOf(orderNewsStatuses, status) ? orderTemplates[status] : null;
  return isStatusOf(parcelStatuses, status) ? parcelTemplates[status] : null;
}

function isStatusOf<Statuses extends object>(
  statuses: Statuses,
  status: string,
): status is Extract<keyof Statuses, string> {
  return Object.hasOwn(statuses, status);
}

/** A sender over a channel that has templates. */
interface TemplateSender extends Sender {
  side: TemplateSide;
}

/** Returns the approved template in the customer's language, else in the bot's own, else in English. */
async function findTemplate(
  kind: TemplateKind,
  { channel, locale }: TemplateAddress,
  { bot, link, side }: TemplateSender,
  { templates }: TellByTemplateDeps,
): Promise<OwnTemplate | null> {
  const of = { botId: bot.id, channel, externalId: link.externalId };
  const approved = (await templates.list(of)).filter(({ state }) => state === "approved");
  const own = side.own.filter((one) => one.kind === kind && isAmong(approved, one));
  const inOrder = [locale, bot.locale, "en"].map((wanted) =>
    own.find((one) => one.locale === wanted),
  );
  return inOrder.find((one) => one !== undefined) ?? null;
}

function isAmong(held: readonly HeldTemplate[], { name, language }: OwnTemplate): boolean {
  return held.some((one) => one.name === name && one.language === language);
}

async function afterFailure(
  failure: SendFailure,
  { botId, conversationId, pushId }: News,
  sender: TemplateSender,
  deps: TellByTemplateDeps,
): Promise<WayOutcome> {
  const problem = sender.side.problemOf(failure);
  const said = toPageFailure(failure);
  const why = { bot: botId, conversation: conversationId, push: pushId, problem, ...said };
  deps.log.warn({ ...why, class: failure.failure }, "a template was not sent");
  const on = { botId, channel: sender.channel.name };
  switch (problem) {
    case "link": {
      const reason = failure.failure === "restricted" ? "restricted" : "auth";
      await deps.links.stop(on, sender.link.connectedAt, { reason, failure: said });
      return noWay("channel_stopped");
    }
    case "permission":
      await deps.links.note(on, said);
      return noWay("no_template");
    case "window":
      return noWay("window_closed");
    case "template":
      // The stored templates differ from the platform's: fetch them again for the next update.
      await lookAgain(sender, deps);
      return noWay("no_template");
    case "shape":
      return { kind: "failed", because: "no_template" };
    case "call":
      return afterCall(failure, sender, deps);
  }
}

async function afterCall(
  { failure, retryAfterMs = retryMs, ...numbers }: SendFailure,
  { bot, channel }: TemplateSender,
  { links }: TellByTemplateDeps,
): Promise<WayOutcome> {
  switch (failure) {
    case "rate":
      // Every other message over the link would hit the same limit.
      if (channel.rateLimits === "link") {
        const on = { botId: bot.id, channel: channel.name };
        await links.pause(on, retryAfterMs, toPageFailure(numbers));
      }
      return { kind: "again", afterMs: retryAfterMs };
    case "transient":
      return { kind: "again", afterMs: retryAfterMs };
    case "control":
      return { kind: "again", afterMs: heldMs };
    case "gone":
      return noWay("gone");
    default:
      return { kind: "failed", because: "unavailable" };
  }
}

async function lookAgain(
  { bot, channel, link, api, side }: TemplateSender,
  { templates }: TellByTemplateDeps,
): Promise<void> {
  const listed = await side.list(link, api);
  if (!listed.ok) return;
  const of = { botId: bot.id, channel: channel.name, externalId: link.externalId };
  const own = listed.templates.filter((one) => side.own.some((ours) => isAmong([one], ours)));
  await templates.keepAll(of, own);
}

function noWay(because: Extract<WayOutcome, { kind: "no_way" }>["because"]): WayOutcome {
  return { kind: "no_way", because };
}
