import type { Shopper } from "./find-shopper.ts";

/** Somebody opens a page or sends a form. */
export interface Visit {
  path: string;
  query: URLSearchParams;
  /** Empty where the browser brings none. */
  sessionId: string;
  visitor: Visitor;
  /** The language, of those the chat speaks, that the browser asks for first. */
  locale: "en" | "zh" | null;
}

/** Who it is. */
export interface Visitor {
  /** Who is signed in; `null`: a guest. */
  shopper: Shopper | null;
  /** The numbers of the orders that a guest placed in this session. */
  guestOrders: readonly string[];
}

/** What a session keeps: who is signed in, or what a guest ordered. */
export interface Kept {
  email?: string;
  guestOrders?: readonly string[];
}

/** Reads `Accept-Language`, in which browsers put the language they like best first. */
export function readLocale(acceptLanguage = ""): Visit["locale"] {
  const [, language] = /(?:^|,)\s*(en|zh)\b/i.exec(acceptLanguage) ?? [];
  return (language?.toLowerCase() as Visit["locale"]) ?? null;
}
