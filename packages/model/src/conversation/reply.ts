import type { Package } from "@meetbot/protocol";
import type { Action, AskedInput } from "./action.ts";
import type { Locale } from "./locale.ts";
import type { SeenOrder, Shown } from "./proof.ts";
import type { NamedFact } from "./recognition.ts";

/** When the proof behind the content ends, in Unix milliseconds; absent when it rests on none. */
interface Expiring {
  expires?: number;
  /** The proof is of an account, and also ends when the customer signs out. */
  ofAccount?: true;
}

interface OfOrder {
  /**
   * The reply is about orders; operators see these words masked, since they are personal and no facts by themselves.
   */
  ofOrder?: { personal: string[] };
}

interface NamedByOrder {
  /** Set if the title is the order's contents or its number. */
  isOfOrder?: true;
}

/** A button as the dialog offers it; one that is named by goods is there no longer than their proof. */
export interface Choice extends Expiring, NamedByOrder {
  title: string;
  action: Action;
}

/** A button that opens a page of the shop's. */
export interface ReplyLink {
  title: string;
  url: string;
}

/** A button as it leaves the server: its payload means something in this conversation only. */
export interface TokenChoice {
  title: string;
  payload: string;
}

/** Such a button as it is stored. */
type StoredChoice = TokenChoice & Expiring & NamedByOrder;

/** One fact that a text states, in the shop's own form. */
export interface ToldFact {
  about: NamedFact;
  value: string;
}

interface ReplyOf<Button, ShownOrder, ShownPackage> {
  text: {
    kind: "text";
    text: string;
    choices?: Button[];
    ask?: AskedInput;
    link?: ReplyLink;
    /** Pages linked from the shop's own answer, three at most. */
    links?: ReplyLink[];
    /** Set if the shop wrote the text itself; every channel marks it as such. */
    ofShop?: true;
    /** The reply starts customer updates: a chat window offers to notify the customer while it is closed too. */
    notifies?: true;
    /** A person of the shop wrote it, who is called this. */
    person?: { name: string };
    /** The facts that the text states about an order or a package. */
    facts?: ToldFact[];
  };
  orders: { kind: "orders"; orders: ShownOrder[]; choices?: Button[] };
  packages: { kind: "packages"; packages: ShownPackage[]; choices?: Button[] };
}
type AnyOf<Kinds> = Kinds[keyof Kinds];

/** One message of the bot, as the dialog produces it. */
export type Reply = Expiring & OfOrder & AnyOf<ReplyOf<Choice, Shown<SeenOrder>, Shown<Package>>>;

/** The language of a reply and of the labels on its cards. */
interface Said {
  locale: Locale;
}

interface Traced {
  /** The request that caused the reply, as a `traceparent`; set when the reply is sent to a platform. */
  trace?: string;
}

interface Passing {
  /**
   * A person who answers in the platform's own inbox was called: the conversation is passed there once this reply is
   * sent.
   */
  passesOn?: true;
}

/** A reply as it is stored: its choices carry tokens, its items remember their levels. */
export type OutboundReply = Said &
  Traced &
  Passing &
  Expiring &
  OfOrder &
  AnyOf<ReplyOf<StoredChoice, Shown<SeenOrder>, Shown<Package>>>;

/** A reply reduced to what the customer may see at this moment; every channel renders this. */
export type VisibleReply = Said & AnyOf<ReplyOf<TokenChoice, Partial<SeenOrder>, Partial<Package>>>;
