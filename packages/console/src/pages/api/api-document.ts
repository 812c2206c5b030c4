import { queryOptions } from "@tanstack/react-query";
import { ApiProblem, readProblem } from "../../api/api-problem.ts";

/** The part of JSON Schema that the admin API's description uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  description?: string;
  example?: unknown;
  default?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}

type Content = Record<string, { schema?: Schema }>;

export interface Operation {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { description: string; content?: Content }>;
  "x-meetbot-personal"?: "none" | "masked" | "revealed";
  "x-meetbot-demand"?: {
    role: string;
    scope: string;
    session?: boolean;
    fresh?: boolean;
    agents?: boolean;
  };
}

export interface ApiDocument {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

/** The URL of the admin API's description. */
export const documentUrl = "/api/openapi.json";

export const apiDocumentQuery = queryOptions({
  queryKey: ["openapi"],
  queryFn: async ({ signal }): Promise<ApiDocument> => {
    const response = await fetch(documentUrl, { signal }).catch((error: unknown) => {
      throw new ApiProblem({ status: 0, code: "network", detail: String(error) });
    });
    if (!response.ok) throw await readProblem(response);
    return (await response.json()) as ApiDocument;
  },
  staleTime: Number.POSITIVE_INFINITY,
});
