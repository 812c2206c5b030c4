import type { Order, Package } from "@meetbot/protocol";
import type { Action, Slot } from "./action.ts";
import type { Shown } from "./proof.ts";

/** A button as the dialog offers it. */
export interface Choice {
  title: string;
  action: Action;
}

/** A button as it leaves the server: a payload that means something in this conversation only. */
export interface TokenChoice {
  title: string;
  payload: string;
}

/** One message of the bot. `Button` is {@link Choice} inside and {@link TokenChoice} outside. */
export type Reply<Button = Choice> =
  | { kind: "text"; text: string; choices?: Button[]; ask?: Slot }
  | { kind: "orders"; orders: Shown<Order>[]; choices?: Button[] }
  | { kind: "packages"; packages: Shown<Package>[]; choices?: Button[] };

/** A reply as it is stored and sent. */
export type OutboundReply = Reply<TokenChoice>;
