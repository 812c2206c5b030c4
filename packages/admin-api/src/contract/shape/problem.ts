import { z } from "@hono/zod-openapi";

/** An error response of the admin API (RFC 9457), with a code for programs. */
export const Problem = z
  .object({
    type: z.string().openapi({ example: "about:blank" }),
    title: z.string().openapi({ description: "The status in words." }),
    status: z.int(),
    code: z.string().openapi({ description: "Stable; for programs.", example: "role_too_low" }),
    detail: z.string().openapi({ description: "What happened, why, and what to do." }),
    request_id: z.string().openapi({ description: "Stands in the server's log." }),
    errors: z
      .array(z.object({ pointer: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: "Where the request is wrong, as JSON Pointers (RFC 6901)." }),
  })
  .openapi("Problem");
export type Problem = z.infer<typeof Problem>;
