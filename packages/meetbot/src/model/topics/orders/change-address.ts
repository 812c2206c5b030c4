import { topic } from "../topic.ts";

/** Where, or to whom, an order goes. */
export const changeAddress = topic({
  id: "change_address",
  concern: "change",
  isOfOrder: true,
});
