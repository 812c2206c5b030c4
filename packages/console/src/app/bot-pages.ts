import type { Scope } from "../access/role.ts";
import type { Icon } from "../parts/page/icons.tsx";

/** A page of a bot in the menu. */
export interface PageEntry {
  page:
    | "overview"
    | "inbox"
    | "conversations"
    | "deliveries"
    | "webhook"
    | "keys"
    | "checklist"
    | "answers"
    | "customer-news"
    | "channels"
    | "notifications"
    | "desk"
    | "settings"
    | "people"
    | "audit";
  icon: Icon;
  /** What a role must be able to read, or the page is not for it. */
  scope: Scope;
}

interface PageGroup {
  group: "watch" | "integrate" | "bot";
  pages: PageEntry[];
}

/** The pages of a bot, by what they are for. A page enters here together with its route. */
const botPages: PageGroup[] = [
  {
    group: "watch",
    pages: [
      { page: "overview", icon: "overview", scope: "overview:read" },
      { page: "inbox", icon: "inbox", scope: "inbox:read" },
      { page: "conversations", icon: "conversations", scope: "conversations:read" },
      { page: "deliveries", icon: "deliveries", scope: "deliveries:read" },
    ],
  },
  {
    group: "integrate",
    pages: [
      { page: "webhook", icon: "webhook", scope: "webhook:read" },
      { page: "keys", icon: "keys", scope: "keys:read" },
    ],
  },
  {
    group: "bot",
    pages: [
      { page: "checklist", icon: "checklist", scope: "bots:read" },
      { page: "answers", icon: "answers", scope: "bots:read" },
      { page: "customer-news", icon: "news", scope: "bots:read" },
      { page: "channels", icon: "channels", scope: "bots:read" },
      { page: "notifications", icon: "bell", scope: "bots:read" },
      { page: "desk", icon: "external", scope: "bots:read" },
      { page: "settings", icon: "settings", scope: "bots:read" },
      { page: "people", icon: "people", scope: "people:read" },
      { page: "audit", icon: "audit", scope: "bots:read" },
    ],
  },
];

/** The pages that are for whoever may read so much, in groups that have some. */
export function pagesFor(scopes: readonly Scope[]): PageGroup[] {
  return botPages
    .map(({ group, pages }) => ({
      group,
      pages: pages.filter(({ scope }) => scopes.includes(scope)),
    }))
    .filter(({ pages }) => pages.length > 0);
}

/** Where a bot begins for somebody: with what is left to do, unless that is not for them. */
export function firstPage(scopes: readonly Scope[]): PageEntry["page"] {
  if (scopes.includes("bots:read")) return "checklist";
  return pagesFor(scopes)[0]?.pages[0]?.page ?? "conversations";
}

/** Whether a page is not for whoever may read so much. A page without an entry decides that itself. */
export function isClosed(page: string | undefined, scopes: readonly Scope[]): boolean {
  const entry = botPages.flatMap(({ pages }) => pages).find((one) => one.page === page);
  return entry !== undefined && !scopes.includes(entry.scope);
}
