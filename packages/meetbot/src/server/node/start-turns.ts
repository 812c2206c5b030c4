import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { pushChannelOf } from "../../channels/registry.ts";
import { createPushesOf } from "../../features/customer-updates/events/create-pushes-of.ts";
import { createBookCache } from "../../operations/answers/book-cache.ts";
import { createDeskMoves } from "../../operations/desk/desk-moves.ts";
import { createDeskUpkeep } from "../../operations/desk/desk-upkeep.ts";
import { createUsualWait } from "../../operations/waiting/usual-wait.ts";
import { startDispatcher } from "../../outbound/dispatch.ts";
import { showTyping } from "../../outbound/show-typing.ts";
import { pushContact } from "../../platform/web-push/push-contact.ts";
import { newChoiceToken, newCode } from "../../secrets/token.ts";
import { startWorker } from "../../turn/work/work.ts";
import { limitQueries } from "../doors/limit-queries.ts";
import type { NodeBase } from "./open-base.ts";
import type { Outside } from "./open-outside.ts";

/** A node's turns, people's actions in conversations, and message delivery. */
export type Turns = ReturnType<typeof startTurns>;

/** Starts the worker that runs turns and the dispatcher that sends messages to platforms. */
export function startTurns(base: NodeBase, outside: Outside) {
  const { settings, store, metrics, work, hub, now, log } = base;
  const { channels, publicUrl, tracer } = settings;
  const { mailbox, dueWork, hints } = store;
  const { senderFor, mailer } = outside;
  const sending = { outbox: store.channels.outbox, dueWork, senderFor, log };
  const dispatcher = startDispatcher({
    ...sending,
    links: store.channels.links.as("server"),
    now,
    random: Math.random,
    onSent: metrics.onSent,
    tracer,
    noteOf: (ref) => (publicUrl ? consoleUrlOf(publicUrl, ref) : ref.conversationId),
  });
  const usualWait = createUsualWait(store.waiting, store.presence);
  const worker = startWorker({
    channelOf(name) {
      const channel = pushChannelOf(channels, name);
      return {
        isPushed: channel !== null,
        linksAccounts: channel?.linksAccounts ?? false,
        passesOn: (bot) => channel?.passesOn?.(bot) ?? false,
      };
    },
    ...{ mailbox, dueWork, hints },
    botFor: base.askers.find,
    bookOf: createBookCache(store.answers, log),
    askMerchant: outside.askMerchant,
    async waitingOf(bot, channel) {
      return { usualWait: await usualWait(bot), mailsReplies: base.mailsReplies(channel) };
    },
    pushesOf: createPushesOf(store.pushes),
    newsOutside: { browser: pushContact(publicUrl) !== null, email: base.canMail },
    languageModel: outside.model,
    trackedOrders: store.trackedOrders,
    limits: work.watch(metrics.watchLimits(limitQueries(store.limits, publicUrl))),
    links: store.links,
    recordDelivery: store.deliveryLog.add,
    codes: mailer && { mailer: metrics.watchMailer(mailer), hash: store.codeKey, newCode },
    newToken: newChoiceToken,
    onTurn: metrics.onTurn,
    onStored: hub.handOver,
    onCalled: ({ botId: bot }) =>
      void deskUpkeep
        .deal(bot)
        .catch((err: unknown) => log.warn({ err, bot }, "what waits was not dealt yet")),
    onLate: (ref, ended) => void showTyping(sending, ref, ended),
    dispatcher,
    waitForMoreMs: settings.waitForMoreMs,
    ...{ tracer, now, log },
  });
  const deskMoves = createDeskMoves({
    ...store,
    windowsOf: (name) => pushChannelOf(channels, name),
    ...{ botOf: base.botOf, mailsReplies: base.mailsReplies },
    wakeWorker: worker.wake,
    wakeDispatcher: dispatcher.wake,
  });
  const deskUpkeep = createDeskUpkeep({ ...store, wakeWorker: worker.wake });
  return {
    ...{ worker, dispatcher, deskMoves, deskUpkeep },
    showTyping: (ref: ConversationRef, until: AbortSignal) => void showTyping(sending, ref, until),
  };
}

const consoleUrlOf = (publicUrl: string, { botId, conversationId }: ConversationRef) =>
  `${publicUrl}/console/bots/${botId}/conversations/${conversationId}`;
