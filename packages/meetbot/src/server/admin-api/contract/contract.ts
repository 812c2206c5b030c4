import { accountRoutes } from "./account.ts";
import { alertRoutes } from "./alerts.ts";
import { answerRoutes } from "./answers.ts";
import { botRoutes } from "./bots.ts";
import { conversationRoutes } from "./conversations.ts";
import { deliveryRoutes } from "./deliveries.ts";
import { inboxRoutes } from "./inbox.ts";
import { keyRoutes } from "./keys.ts";
import { messengerRoutes } from "./messenger.ts";
import { operatorRoutes } from "./operators.ts";
import { overviewRoutes } from "./overview.ts";
import { peopleRoutes } from "./people.ts";
import { presenceRoutes } from "./presence.ts";
import { sessionRoutes } from "./session.ts";
import { telegramRoutes } from "./telegram.ts";
import { webhookRoutes } from "./webhook.ts";

/** All routes of the admin API. The console takes its types from here, and nothing else. */
export const contract = {
  ...sessionRoutes,
  ...accountRoutes,
  ...botRoutes,
  ...answerRoutes,
  ...deliveryRoutes,
  ...conversationRoutes,
  ...inboxRoutes,
  ...presenceRoutes,
  ...overviewRoutes,
  ...webhookRoutes,
  ...peopleRoutes,
  ...operatorRoutes,
  ...keyRoutes,
  ...messengerRoutes,
  ...telegramRoutes,
  ...alertRoutes,
};
export type Contract = typeof contract;
