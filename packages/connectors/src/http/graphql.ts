import { ConnectorError } from "../connector/connector-error.ts";
import type { ShopAnswer } from "./read-answer.ts";

/** One error of a GraphQL answer, as far as platforms agree on them. */
export interface GraphqlError {
  message: string;
  code: string;
  /** `orders/0/customer`. */
  path: string;
}

/** A GraphQL response: its data, shaped by the query, and its errors. */
export interface GraphqlAnswer<Data> {
  data: Data | null;
  errors: readonly GraphqlError[];
  extensions: unknown;
}

/** Parses the envelope of a GraphQL response. Throws a `ConnectorError` if there is none. */
export function readGraphql<Data>({ json }: ShopAnswer): GraphqlAnswer<Data> {
  if (!isObject(json) || !("data" in json || "errors" in json)) {
    throw new ConnectorError("not_this_platform", "What answers there speaks no GraphQL.");
  }
  const errors = Array.isArray(json.errors) ? json.errors : [];
  return {
    data: isObject(json.data) ? (json.data as Data) : null,
    errors: errors.map(readError),
    extensions: json.extensions,
  };
}

function readError(error: unknown): GraphqlError {
  if (!isObject(error)) return { message: String(error), code: "", path: "" };
  const code = isObject(error.extensions) ? error.extensions.code : undefined;
  const path = Array.isArray(error.path) ? error.path.join("/") : "";
  return { message: String(error.message ?? ""), code: typeof code === "string" ? code : "", path };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
