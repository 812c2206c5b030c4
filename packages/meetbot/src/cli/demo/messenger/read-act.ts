import { z } from "zod";
import type { Act, Trouble } from "./scene.ts";

/** Messenger accepts no longer texts from customers. */
const text = z.string().trim().min(1).max(20_000);
const title = z.string().max(200);
const payload = z.string().min(1).max(1000);

const trouble: z.ZodType<Trouble> = z.enum([
  "answer_lost",
  "meta_down",
  "rate_limited",
  "window_closed",
  "shop_silent",
]);

const act: z.ZodType<Act> = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("write"), text }),
  z.strictObject({ act: z.literal("like") }),
  z.strictObject({ act: z.literal("choose"), title, payload }),
  z.strictObject({ act: z.literal("give_email") }),
  z.strictObject({ act: z.literal("press"), title, payload }),
  z.strictObject({ act: z.literal("answer_as_person"), text }),
  z.strictObject({ act: z.literal("hand_back") }),
  z.strictObject({ act: z.literal("make_trouble"), trouble: trouble.nullable() }),
  z.strictObject({ act: z.literal("start_over") }),
]);

/** Parses an action sent by the page; `null` if the demo does not support it. */
export function readAct(body: unknown): Act | null {
  return act.safeParse(body).data ?? null;
}
