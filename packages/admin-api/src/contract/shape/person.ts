import { z } from "@hono/zod-openapi";

export const Moment = z.string().openapi({ description: "ISO 8601, UTC" });

/** An operator, as colleagues see them. */
export const Person = z.object({
  operator_id: z.string().openapi({
    description:
      "`elsewhere`: another app of the page answers. `desk`: somebody does, from a desk of the shop's own.",
  }),
  name: z.string().nullable().openapi({ description: "Null: who it was is no operator any more." }),
});

/** Who looks at a conversation right now. */
export const Present = Person.extend({
  writing: z.boolean().openapi({ description: "They write an answer." }),
});
