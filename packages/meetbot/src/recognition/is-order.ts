import type { Intent } from "@meetbot/model/conversation/recognition.ts";

/** Whether an intent asks for an order or a parcel. */
export const isOrder = (intent: Intent): boolean =>
  intent === "order_query" || intent === "package_track";
