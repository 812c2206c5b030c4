import { frontStyles } from "./styles/front.ts";
import { orderStyles } from "./styles/orders.ts";
import { pageStyles } from "./styles/page.ts";

/** How the pages look, on a phone as on a desk, by day and by night. One file for all of them. */
export const stylesheet = pageStyles + frontStyles + orderStyles;
