import type { Intent } from "@meetbot/model/conversation/recognition.ts";

/** Checks whether an intent asks for an order or a parcel. */
export const isOrder = (intent: Intent): boolean =>
  intent === "order_query" || intent === "package_track";
