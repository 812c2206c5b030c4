import type { SeenOrder, SeenPackage } from "@meetbot/presentation";

/** A button below a reply. */
export interface Choice {
  title: string;
  payload: string;
}

/** The value that a guided question requests; determines the keyboard and the browser's autofill. */
export type AskedField = "email" | "phone" | "account" | "order_number" | "package_number" | "code";

/** A button to a page of the shop's or a carrier's. */
export interface ReplyLink {
  title: string;
  url: string;
}

/** A reply's text and its links; `ofShop` when the shop wrote the text itself. */
export interface SaidText {
  text: string;
  link?: ReplyLink;
  links?: ReplyLink[];
  ofShop?: true;
  /** Whether this reply starts customer updates: also while the page is closed, if the customer wishes. */
  notifies?: true;
}

/** One message of the bot, as the server sends it, without what the customer's level hides. */
export type WireReply =
  | (SaidText & { kind: "text"; choices?: Choice[]; ask?: AskedField })
  | { kind: "orders"; orders: SeenOrder[]; choices?: Choice[] }
  | { kind: "packages"; packages: SeenPackage[]; choices?: Choice[] };
