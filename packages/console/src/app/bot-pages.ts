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
    | "channels"
    | "settings"
    | "people"
    | "audit";
  icon: Icon;
  /** Agents see it too. */
  forAgents?: true;
}

/** The pages of a bot, by what they are for. A page enters here together with its route. */
export const botPages: { group: "watch" | "integrate" | "bot"; pages: PageEntry[] }[] = [
  {
    group: "watch",
    pages: [
      { page: "overview", icon: "overview" },
      { page: "inbox", icon: "inbox", forAgents: true },
      { page: "conversations", icon: "conversations", forAgents: true },
      { page: "deliveries", icon: "deliveries" },
    ],
  },
  {
    group: "integrate",
    pages: [
      { page: "webhook", icon: "webhook" },
      { page: "keys", icon: "keys" },
    ],
  },
  {
    group: "bot",
    pages: [
      { page: "checklist", icon: "checklist" },
      { page: "answers", icon: "answers" },
      { page: "channels", icon: "channels" },
      { page: "settings", icon: "settings" },
      { page: "people", icon: "people" },
      { page: "audit", icon: "audit" },
    ],
  },
];
