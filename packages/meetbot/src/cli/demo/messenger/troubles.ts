import type { Mishap } from "../../../graph-simulator/state.ts";
import type { Trouble } from "./scene.ts";

/** What happens to the bot's next message. A silent shop is not listed, because Meta does not cause it. */
export const mishaps: Record<Exclude<Trouble, "shop_silent">, Mishap> = {
  answer_lost: { breaks: true },
  meta_down: { error: { code: 2, status: 500 } },
  rate_limited: { error: { code: 613, status: 429, headers: { "retry-after": "10" } } },
  window_closed: { error: { code: 10, subcode: 2018278 } },
};
