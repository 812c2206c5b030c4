import type { NewsWords } from "../../contract/news-words.ts";

/** What became of a parcel or an order, in a sentence that a lock screen may show: no number, no name, no day. */
export const newsWords = {
  package: {
    preparing: "Your parcel is being prepared.",
    info_received: "The carrier is expecting your parcel.",
    picked_up: "Your parcel is with the carrier now.",
    in_transit: "Your parcel is on its way.",
    customs: "Your parcel is at customs.",
    ready_for_pickup: "Your parcel is ready for pickup.",
    out_for_delivery: "Your parcel is out for delivery.",
    attempt_failed: "Your parcel could not be delivered this time.",
    exception: "There is a problem with your parcel on its way.",
    damaged: "Your parcel was damaged on its way.",
    returning: "Your parcel is going back to the sender.",
    delivered: "Your parcel has been delivered.",
    returned: "Your parcel is back with the sender.",
    lost: "The carrier reports your parcel as lost.",
    canceled: "The shipment of your parcel was canceled.",
    other: "There is news about your parcel.",
  },
  order: {
    placed: "We have received your order.",
    paid: "We have received the payment for your order.",
    processing: "Your order is being prepared.",
    partially_shipped: "Part of your order has been shipped.",
    shipped: "Your order has been shipped.",
    delivered: "Your order has been delivered.",
    delayed: "Your order is delayed.",
    canceled: "Your order has been canceled.",
    refunded: "Your order has been refunded.",
    other: "There is news about your order.",
  },
} satisfies NewsWords;
