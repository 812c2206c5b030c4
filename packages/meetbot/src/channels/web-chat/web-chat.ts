import type { PullChannel } from "../channel.ts";
import { receive } from "./receive.ts";
import { render } from "./render.ts";

/** The chat on the shop's own pages and in the terminal: `send.ts` follows the transcript. */
export const webChat = {
  name: "web-chat",
  delivery: "pull",
  receive,
  render,
} as const satisfies PullChannel;
