import { z } from "@hono/zod-openapi";

/** One page shows at most so many rows. */
export const maxPageSize = 100;

/** How a list is asked for page by page, newest first. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(maxPageSize).default(50),
  cursor: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: "`next_cursor` of the page before." }),
});

/** A page of a list; `next_cursor` is null on the last one. */
export function pageOf<Schema extends z.ZodType>(schema: Schema) {
  return z.object({ data: z.array(schema), next_cursor: z.string().nullable() });
}
