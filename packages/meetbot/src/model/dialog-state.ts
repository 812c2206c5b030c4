import type { OrderFilter } from "@meetbot/protocol";
import type { Slot } from "./action.ts";
import type { Question } from "./ask.ts";
import type { Locale } from "./bot.ts";
import type { Choice } from "./reply.ts";

/** A guided question: what the customer wants, what is known, and what is asked for now. */
export interface Form {
  goal: "orders" | "packages";
  awaiting: Slot;
  filter: OrderFilter;
  email: string | null;
  orderNumber: string | null;
  /** Answers that could not be used, in a row. */
  misses: number;
}

/** What the dialog remembers of a conversation. */
export interface DialogState {
  locale: Locale;
  form: Form | null;
  /** The email typed last: it fills the next form by itself. */
  email: string | null;
  /** What was asked of the merchant and is not answered yet. */
  asked: Question | null;
  /** Times in a row that the shop's system did not answer. */
  failures: number;
  /** Utterances in a row that were not understood. */
  misunderstood: number;
  /** Offered with the last reply; typing a title counts as tapping it. */
  offered: Choice[];
}
