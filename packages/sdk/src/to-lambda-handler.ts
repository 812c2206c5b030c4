import type { Webhook } from "./create-webhook.ts";
import { respondParsedBody } from "./parsed-body.ts";
import { toWebRequest } from "./to-web-request.ts";

/** The fields of an API Gateway or function URL event that the webhook needs. */
export interface LambdaEvent {
  headers?: Readonly<Record<string, string | undefined>>;
  body?: string | null;
  isBase64Encoded?: boolean;
  /** HTTP APIs and function URLs: payload format 2.0. */
  requestContext?: { http?: { method: string } };
  /** REST APIs and payload format 1.0. */
  httpMethod?: string;
}

export interface LambdaResult {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

/** Serves a webhook as an AWS Lambda function. Never rejects. */
export function toLambdaHandler(webhook: Webhook) {
  return async (event: LambdaEvent): Promise<LambdaResult> => {
    const body = takeRawBody(event);
    const method = event.requestContext?.http?.method ?? event.httpMethod;
    const answer =
      body === null
        ? respondParsedBody()
        : await webhook(toWebRequest({ method, headers: event.headers ?? {}, body }));
    return {
      statusCode: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    };
  };
}

/** Returns the bytes as they arrived, or null if a middleware has replaced them with its parsed result. */
function takeRawBody({ body, isBase64Encoded }: LambdaEvent): Uint8Array | string | null {
  const text: unknown = body ?? "";
  if (typeof text !== "string") return null;
  return isBase64Encoded ? Buffer.from(text, "base64") : text;
}
