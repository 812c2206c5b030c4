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
  /** The scope that an operator needs to see the page. */
  scope: Scope;
}

interface PageGroup {
  group: "watch" | "integrate" | "bot";
  pages: PageEntry[];
}

/** The pages of a bot, grouped by purpose. Add a page here together with its route. */
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

/** Returns the pages that these scopes allow, in groups that have some. */
export function pagesFor(scopes: readonly Scope[]): PageGroup[] {
  return botPages
    .map(({ group, pages }) => ({
      group,
      pages: pages.filter(({ scope }) => scopes.includes(scope)),
    }))
    .filter(({ pages }) => pages.length > 0);
}

/** Returns an operator's first page of a bot: the checklist, unless the operator may not read it. */
export function firstPage(scopes: readonly Scope[]): PageEntry["page"] {
  if (scopes.includes("bots:read")) return "checklist";
  return pagesFor(scopes)[0]?.pages[0]?.page ?? "conversations";
}

/** Checks whether these scopes do not allow a page. A page without an entry decides that itself. */
export function isClosed(page: string | undefined, scopes: readonly Scope[]): boolean {
  const entry = botPages.flatMap(({ pages }) => pages).find((one) => one.page === page);
  return entry !== undefined && !scopes.includes(entry.scope);
}
