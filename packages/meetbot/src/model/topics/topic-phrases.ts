import type { PhraseKey } from "@meetbot/presentation";
import type { TopicId } from "./catalog.ts";

/** What is said to each topic where the shop has given no answer: a topic without words is a type error. */
export const topicPhrases = {
  returns: "topicReturns",
  refund: "topicRefund",
  exchange: "topicExchange",
  cancel: "topicCancel",
  change_address: "topicChangeAddress",
  change_order: "topicChangeOrder",
  damaged: "topicDamaged",
  invoice: "topicInvoice",
  delivery_time: "topicDeliveryTime",
  delivery_cost: "topicDeliveryCost",
  abroad: "topicAbroad",
  carriers: "topicCarriers",
  pick_up: "topicPickUp",
  payment_methods: "topicPaymentMethods",
  payment_problem: "topicPaymentProblem",
  discount: "topicDiscount",
  price_protection: "topicPriceProtection",
  stock: "topicStock",
  size: "topicSize",
  product: "topicProduct",
  warranty: "topicWarranty",
  repair: "topicRepair",
  opening_hours: "topicOpeningHours",
  complaint: "topicComplaint",
  privacy: "topicPrivacy",
  account: "topicAccount",
} as const satisfies Record<TopicId, PhraseKey & `topic${string}`>;
