import { accountRoutes } from "./contract/account.ts";
import { alertRoutes } from "./contract/alerts.ts";
import { answerRoutes } from "./contract/answers.ts";
import { botRoutes } from "./contract/bots.ts";
import { bridgeRoutes } from "./contract/bridge.ts";
import { carrierRoutes } from "./contract/carriers.ts";
import { conversationRoutes } from "./contract/conversations.ts";
import { deliveryRoutes } from "./contract/deliveries.ts";
import { cannedReplyRoutes } from "./contract/inbox/canned-replies.ts";
import { inboxCloseManyRoutes } from "./contract/inbox/close-many.ts";
import { inboxRoutes } from "./contract/inbox/inbox.ts";
import { inboxLabelRoutes } from "./contract/inbox/labels.ts";
import { inboxLiveRoutes } from "./contract/inbox/live.ts";
import { inboxNoteRoutes } from "./contract/inbox/notes.ts";
import { inboxPanelRoutes } from "./contract/inbox/panel.ts";
import { presenceRoutes } from "./contract/inbox/presence.ts";
import { inboxRetryRoutes } from "./contract/inbox/retry.ts";
import { inboxTurnRoutes } from "./contract/inbox/turns.ts";
import { keyRoutes } from "./contract/keys.ts";
import { messengerRoutes } from "./contract/messenger.ts";
import { notificationRoutes } from "./contract/notifications.ts";
import { operatorRoutes } from "./contract/operators.ts";
import { overviewRoutes } from "./contract/overview.ts";
import { peopleRoutes } from "./contract/people.ts";
import { pushDeviceRoutes } from "./contract/push-devices.ts";
import { sessionRoutes } from "./contract/session.ts";
import { connectorRoutes } from "./contract/shop/connectors.ts";
import { listenerRoutes } from "./contract/shop/listener.ts";
import { telegramRoutes } from "./contract/telegram.ts";
import { webhookRoutes } from "./contract/webhook.ts";

/** All routes of the admin API. The console derives its types from here only. */
export const contract = {
  ...sessionRoutes,
  ...accountRoutes,
  ...pushDeviceRoutes,
  ...botRoutes,
  ...answerRoutes,
  ...alertRoutes,
  ...bridgeRoutes,
  ...carrierRoutes,
  ...connectorRoutes,
  ...notificationRoutes,
  ...deliveryRoutes,
  ...conversationRoutes,
  ...presenceRoutes,
  ...inboxRoutes,
  ...inboxNoteRoutes,
  ...inboxLabelRoutes,
  ...inboxCloseManyRoutes,
  ...inboxTurnRoutes,
  ...inboxLiveRoutes,
  ...inboxRetryRoutes,
  ...inboxPanelRoutes,
  ...cannedReplyRoutes,
  ...overviewRoutes,
  ...webhookRoutes,
  ...listenerRoutes,
  ...peopleRoutes,
  ...operatorRoutes,
  ...keyRoutes,
  ...messengerRoutes,
  ...telegramRoutes,
};
export type Contract = typeof contract;
