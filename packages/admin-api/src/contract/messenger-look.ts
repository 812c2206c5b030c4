import { z } from "@hono/zod-openapi";

const Url = z.string();

const Button = z.object({ type: z.literal("web_url"), url: Url, title: z.string() });

const Card = z.object({
  title: z.string(),
  subtitle: z.string().optional(),
  image_url: Url.optional(),
  buttons: z.array(Button).optional(),
});

const Receipt = z.object({
  template_type: z.literal("receipt"),
  recipient_name: z.string(),
  order_number: z.string(),
  currency: z.string(),
  payment_method: z.string(),
  order_url: Url.optional(),
  timestamp: z.string().optional().openapi({ description: "Unix seconds." }),
  address: z.record(z.string(), z.string()).optional(),
  summary: z.object({
    subtotal: z.number().optional(),
    shipping_cost: z.number().optional(),
    total_tax: z.number().optional(),
    total_cost: z.number(),
  }),
  adjustments: z.array(z.object({ name: z.string(), amount: z.number() })).optional(),
  elements: z.array(
    z.object({
      title: z.string(),
      subtitle: z.string().optional(),
      quantity: z.number().optional(),
      price: z.number().openapi({ description: "The line's total." }),
      currency: z.string().optional(),
      image_url: Url.optional(),
    }),
  ),
});

const Payload = z.discriminatedUnion("template_type", [
  z.object({ template_type: z.literal("generic"), elements: z.array(Card) }),
  z.object({ template_type: z.literal("button"), text: z.string(), buttons: z.array(Button) }),
  Receipt,
]);

const QuickReply = z.discriminatedUnion("content_type", [
  z.object({ content_type: z.literal("text"), title: z.string(), payload: z.string() }),
  z.object({ content_type: z.literal("user_email") }),
  z.object({ content_type: z.literal("user_phone_number") }),
]);

/** A reply in the Send API's format; field names are Meta's. */
export const MessengerLook = z
  .object({
    messages: z.array(
      z.object({
        text: z.string().optional(),
        attachment: z.object({ type: z.literal("template"), payload: Payload }).optional(),
        quick_replies: z.array(QuickReply).optional(),
      }),
    ),
    notes: z
      .array(
        z.enum([
          "text_cut",
          "text_split",
          "said_with_next",
          "choices_dropped",
          "payload_dropped",
          "items_summed_up",
          "receipt_shortened",
          "no_receipt",
          "cards_as_text",
          "link_dropped",
        ]),
      )
      .openapi({ description: "What it lost on its way into Messenger's limits." }),
  })
  .openapi("MessengerLook", {
    description: "The same reply as messages of Messenger's Send API.",
  });
