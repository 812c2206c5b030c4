import { z } from "@hono/zod-openapi";
import { connectorProblems } from "@meetbot/model/connector/connector-words.ts";

const Explained = z.object({ what: z.string(), why: z.string(), fix: z.string() });

/** Why a query to the platform failed, and what to do. */
export const ConnectorTrouble = z
  .object({
    problem: z.enum(connectorProblems),
    detail: z.string().openapi({ description: "What the platform said of it, in English." }),
    words: z.object({ en: Explained, zh: Explained }),
  })
  .openapi("ConnectorTrouble");
