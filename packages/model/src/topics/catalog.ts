import { abroad } from "./delivery/abroad.ts";
import { carriers } from "./delivery/carriers.ts";
import { deliveryCost } from "./delivery/delivery-cost.ts";
import { deliveryTime } from "./delivery/delivery-time.ts";
import { deliveryWish } from "./delivery/delivery-wish.ts";
import { pickUp } from "./delivery/pick-up.ts";
import { pickupCode } from "./delivery/pickup-code.ts";
import { product } from "./goods/product.ts";
import { repair } from "./goods/repair.ts";
import { size } from "./goods/size.ts";
import { stock } from "./goods/stock.ts";
import { warranty } from "./goods/warranty.ts";
import { cancel } from "./orders/cancel.ts";
import { changeAddress } from "./orders/change-address.ts";
import { changeOrder } from "./orders/change-order.ts";
import { damaged } from "./orders/damaged.ts";
import { exchange } from "./orders/exchange.ts";
import { gift } from "./orders/gift.ts";
import { invoice } from "./orders/invoice.ts";
import { refund } from "./orders/refund.ts";
import { returns } from "./orders/returns.ts";
import { discount } from "./payment/discount.ts";
import { paymentMethods } from "./payment/payment-methods.ts";
import { paymentProblem } from "./payment/payment-problem.ts";
import { priceProtection } from "./payment/price-protection.ts";
import { account } from "./shop/account.ts";
import { complaint } from "./shop/complaint.ts";
import { openingHours } from "./shop/opening-hours.ts";
import { privacy } from "./shop/privacy.ts";

/** The topics that the shipped model was trained on, in the order of its classes. */
export const learnedTopics = [
  returns,
  refund,
  exchange,
  cancel,
  changeAddress,
  changeOrder,
  damaged,
  invoice,
  deliveryTime,
  deliveryCost,
  abroad,
  carriers,
  pickUp,
  paymentMethods,
  paymentProblem,
  discount,
  priceProtection,
  stock,
  size,
  product,
  warranty,
  repair,
  openingHours,
  complaint,
  privacy,
  account,
] as const;

/** The topics built into every bot; a shop can add its own. */
export const catalog = [
  ...learnedTopics,
  // Topics recognized only by the words of their concern.
  deliveryWish,
  pickupCode,
  gift,
] as const;

/** A topic that every bot recognizes. */
export type TopicId = (typeof catalog)[number]["id"];
