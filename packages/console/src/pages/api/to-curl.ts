import type { ApiDocument } from "./api-document.ts";
import { exampleOf } from "./example-of.ts";
import type { NamedOperation } from "./list-operations.ts";

/** Returns an operation as a command, with parts to fill in written in capitals. */
export function toCurl(
  { method, path, operation }: NamedOperation,
  document: ApiDocument,
  origin: string,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase());
  const query = (operation.parameters ?? [])
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map(({ name }) => `${name}=${name.toUpperCase()}`)
    .join("&");
  const body = operation.requestBody?.content["application/json"]?.schema;
  const isWrite = method !== "get";
  return [
    `curl ${isWrite ? `-X ${method.toUpperCase()} ` : ""}'${origin}/api/v1${filled}${query && `?${query}`}'`,
    `-H "Authorization: Bearer $MEETBOT_TOKEN"`,
    ...(isWrite ? [`-H "Idempotency-Key: $(uuidgen)"`] : []),
    ...(body
      ? [
          `-H 'Content-Type: application/json'`,
          `-d '${quote(JSON.stringify(exampleOf(body, document), null, 2))}'`,
        ]
      : []),
  ].join(" \\\n  ");
}

/** Within single quotes of a shell. */
function quote(text: string): string {
  return text.replaceAll("'", `'\\''`);
}
