import { z } from "@hono/zod-openapi";

/** Maximum number of rows per page. */
export const maxPageSize = 100;

/** Query parameters for reading a list page by page, newest first. */
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
