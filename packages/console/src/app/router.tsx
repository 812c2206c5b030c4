import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { readAnswersSearch } from "../pages/answers/data/answers-search.ts";
import { readApiSearch } from "../pages/api/api-search.ts";
import { readConversationSearch } from "../pages/conversations/conversation-search.ts";
import { readNewsSearch } from "../pages/customer-news/data/news-search.ts";
import { readDeliverySearch } from "../pages/deliveries/delivery-search.ts";
import { readInboxSearch } from "../pages/inbox/data/inbox-search.ts";
import { readOperatorSearch } from "../pages/operators/operator-search.ts";
import { readOverviewSearch } from "../pages/overview/data/overview-search.ts";
import { readWebhookSearch } from "../pages/webhook/data/webhook-search.ts";
import { ErrorState, LoadingState } from "../parts/page/states.tsx";

import { withWords } from "../words/speaking.tsx";
import { FirstPage } from "./first-page.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { Shell } from "./shell.tsx";

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NothingHere });

/** The page that a signed-out user wanted to open, and why the company's identity provider refused the sign-in. */
interface Entrance {
  next?: string;
  fault?: string;
}

const readEntrance = ({ next, fault }: Record<string, unknown>): Entrance => ({
  ...(typeof next === "string" && { next }),
  ...(typeof fault === "string" && { fault }),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: readEntrance,
  component: lazyRouteComponent(() => import("../pages/sign-in/sign-in-page.tsx"), "SignInPage"),
});

const secondFactorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/second-factor",
  validateSearch: readEntrance,
  component: lazyRouteComponent(
    () => import("../pages/sign-in/second-factor-page.tsx"),
    "SecondFactorPage",
  ),
});

const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/welcome",
  component: lazyRouteComponent(() => import("../pages/welcome/welcome-page.tsx"), "WelcomePage"),
});

/** All that is for who is signed in. */
const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "shell",
  component: Shell,
});

const indexRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/bots", replace: true });
  },
});

const botsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots",
  component: lazyRouteComponent(
    () => withWords(import("../pages/bots/bots-page.tsx"), "bots"),
    "BotsPage",
  ),
});

const deliveriesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/deliveries",
  validateSearch: readDeliverySearch,
  component: lazyRouteComponent(
    () => withWords(import("../pages/deliveries/deliveries-page.tsx"), "deliveries", "shop"),
    "DeliveriesPage",
  ),
});

const inboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/inbox",
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(
    () => withWords(import("../pages/inbox/inbox-page.tsx"), "inbox", "recognition", "topics"),
    "InboxPage",
  ),
});

const conversationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/conversations",
  validateSearch: readConversationSearch,
  component: lazyRouteComponent(
    () => withWords(import("../pages/conversations/conversations-page.tsx"), "conversations"),
    "ConversationsPage",
  ),
});

const conversationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/conversations/$conversationId",
  validateSearch: (search: Record<string, unknown>): { message?: number } =>
    typeof search.message === "number" ? { message: search.message } : {},
  component: lazyRouteComponent(
    () =>
      withWords(
        import("../pages/conversations/conversation-page.tsx"),
        "conversations",
        "deliveries",
        "recognition",
        "topics",
      ),
    "ConversationPage",
  ),
});

const overviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/overview",
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(
    () =>
      withWords(
        import("../pages/overview/overview-page.tsx"),
        "news",
        "overview",
        "recognition",
        "topics",
      ),
    "OverviewPage",
  ),
});

const answersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/answers",
  validateSearch: readAnswersSearch,
  component: lazyRouteComponent(
    () =>
      withWords(import("../pages/answers/answers-page.tsx"), "answers", "recognition", "topics"),
    "AnswersPage",
  ),
});

const answerVersionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/answers/versions",
  component: lazyRouteComponent(
    () =>
      withWords(
        import("../pages/answers/versions/versions-page.tsx"),
        "answers",
        "recognition",
        "topics",
      ),
    "VersionsPage",
  ),
});

const newTopicRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/answers/new-topic",
  component: lazyRouteComponent(
    () =>
      withWords(
        import("../pages/answers/editor/topic-page.tsx"),
        "answers",
        "recognition",
        "topics",
      ),
    "NewTopicPage",
  ),
});

const topicRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/answers/$topic",
  component: lazyRouteComponent(
    () =>
      withWords(
        import("../pages/answers/editor/topic-page.tsx"),
        "answers",
        "recognition",
        "topics",
      ),
    "TopicPage",
  ),
});

const customerNewsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/customer-news",
  validateSearch: readNewsSearch,
  component: lazyRouteComponent(
    () =>
      withWords(import("../pages/customer-news/customer-news-page.tsx"), "customer-news", "news"),
    "CustomerNewsPage",
  ),
});

const apiRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/api",
  validateSearch: readApiSearch,
  component: lazyRouteComponent(
    () => withWords(import("../pages/api/api-page.tsx"), "api"),
    "ApiPage",
  ),
});

const webhookRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/webhook",
  validateSearch: readWebhookSearch,
  component: lazyRouteComponent(
    () => withWords(import("../pages/webhook/webhook-page.tsx"), "shop", "webhook"),
    "WebhookPage",
  ),
});

const keysRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/keys",
  component: lazyRouteComponent(
    () => withWords(import("../pages/keys/keys-page.tsx"), "keys"),
    "KeysPage",
  ),
});

const newBotRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/new",
  component: lazyRouteComponent(
    () => withWords(import("../pages/new-bot/new-bot-page.tsx"), "new-bot", "shop"),
    "NewBotPage",
  ),
});

const botRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId",
  component: FirstPage,
});

const checklistRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/checklist",
  component: lazyRouteComponent(
    () => withWords(import("../pages/checklist/checklist-page.tsx"), "checklist"),
    "ChecklistPage",
  ),
});

const channelsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/channels",
  component: lazyRouteComponent(
    () => withWords(import("../pages/channels/channels-page.tsx"), "channels"),
    "ChannelsPage",
  ),
});

const messengerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/channels/messenger",
  component: lazyRouteComponent(
    () => withWords(import("../pages/messenger/messenger-page.tsx"), "messenger"),
    "MessengerPage",
  ),
});

const telegramRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/channels/telegram",
  component: lazyRouteComponent(
    () => withWords(import("../pages/telegram/telegram-page.tsx"), "telegram"),
    "TelegramPage",
  ),
});

const notificationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/notifications",
  component: lazyRouteComponent(
    () => withWords(import("../pages/notifications/notifications-page.tsx"), "notifications"),
    "NotificationsPage",
  ),
});

const deskRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/desk",
  component: lazyRouteComponent(
    () => withWords(import("../pages/desk/desk-page.tsx"), "desk"),
    "DeskPage",
  ),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/settings",
  component: lazyRouteComponent(
    () => withWords(import("../pages/settings/settings-page.tsx"), "settings"),
    "SettingsPage",
  ),
});

const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/people",
  component: lazyRouteComponent(
    () => withWords(import("../pages/people/people-page.tsx"), "people"),
    "PeoplePage",
  ),
});

const operatorsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/operators",
  validateSearch: readOperatorSearch,
  component: lazyRouteComponent(
    () => withWords(import("../pages/operators/operators-page.tsx"), "operators", "people"),
    "OperatorsPage",
  ),
});

const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/bots/$botId/audit",
  validateSearch: (search: Record<string, unknown>): { action?: string } =>
    typeof search.action === "string" ? { action: search.action } : {},
  component: lazyRouteComponent(
    () => withWords(import("../pages/audit/audit-page.tsx"), "audit"),
    "AuditPage",
  ),
});

const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/account",
  component: lazyRouteComponent(
    () => withWords(import("../pages/account/account-page.tsx"), "account"),
    "AccountPage",
  ),
});

/** Any other address: shows “nothing here” next to the menu, or after signing in. */
const nothingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "$",
  component: NothingHere,
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  secondFactorRoute,
  welcomeRoute,
  shellRoute.addChildren([
    indexRoute,
    botsRoute,
    deliveriesRoute,
    inboxRoute,
    conversationsRoute,
    conversationRoute,
    overviewRoute,
    answersRoute,
    answerVersionsRoute,
    newTopicRoute,
    topicRoute,
    customerNewsRoute,
    webhookRoute,
    keysRoute,
    apiRoute,
    newBotRoute,
    botRoute,
    checklistRoute,
    channelsRoute,
    messengerRoute,
    telegramRoute,
    notificationsRoute,
    deskRoute,
    settingsRoute,
    peopleRoute,
    operatorsRoute,
    auditRoute,
    accountRoute,
    nothingRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: "/console",
  defaultPreload: "intent",
  scrollRestoration: true,
  defaultPendingComponent: LoadingState,
  defaultErrorComponent: ({ error }) => <ErrorState problem={error} />,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
