import type { SeenOrder, SeenPackage } from "@meetbot/presentation";

/** A button below a reply. */
export interface Choice {
  title: string;
  payload: string;
}

/** What a guided question asks for; decides the keyboard and what the browser fills in. */
export type Asked = "email" | "phone" | "account" | "order_number" | "package_number" | "code";

/** A button to a page of the shop's or a carrier's. */
export interface ReplyLink {
  title: string;
  url: string;
}

/** What is said in words, and the pages that it leads to; what is `ofShop` the shop wrote itself. */
export interface SaidText {
  text: string;
  link?: ReplyLink;
  links?: ReplyLink[];
  ofShop?: true;
  /** By it the customer is told of something from now on: while the page is closed too, if they like. */
  notifies?: true;
}

/** One message of the bot, as it travels. What the customer's level hides is absent. */
export type Reply =
  | (SaidText & { kind: "text"; choices?: Choice[]; ask?: Asked })
  | { kind: "orders"; orders: SeenOrder[]; choices?: Choice[] }
  | { kind: "packages"; packages: SeenPackage[]; choices?: Choice[] };
