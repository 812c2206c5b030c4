import type { ConnectorField } from "./connector.ts";
import { ConnectorConfigError } from "./connector-error.ts";

/** Longer is no address and no key of any platform. */
const maxLength = 2_000;

/**
 * Parses a configuration by its table of fields, trims the values and drops empty ones. Throws a `ConnectorConfigError`
 * for a field that is missing, of the wrong type or not in the table. Error messages never contain a value.
 */
export function readFields<Name extends string>(
  value: unknown,
  fields: readonly (ConnectorField & { name: Name })[],
): Partial<Record<Name, string>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ConnectorConfigError("", "The configuration is not a JSON object.");
  }
  for (const name of Object.keys(value)) {
    if (fields.some((field) => field.name === name)) continue;
    const names = fields.map((field) => field.name).join(", ");
    throw new ConnectorConfigError(name, `There is no field of this name. Known: ${names}.`);
  }
  const read: Partial<Record<Name, string>> = {};
  for (const field of fields) {
    const text = readField(new Map(Object.entries(value)).get(field.name), field);
    if (text !== null) read[field.name] = text;
  }
  return read;
}

function readField(value: unknown, field: ConnectorField): string | null {
  const { name, kind, isRequired, choices } = field;
  if (value !== undefined && value !== null && typeof value !== "string") {
    throw new ConnectorConfigError(name, `${name} is not a text. Write it in quotes.`);
  }
  const text = value?.trim() ?? "";
  if (text === "") {
    if (kind === "choice") return choices?.[0] ?? null;
    if (!isRequired) return null;
    throw new ConnectorConfigError(
      name,
      `${name} is missing, and the shop cannot be asked without.`,
    );
  }
  if (text.length > maxLength) {
    throw new ConnectorConfigError(name, `${name} is longer than ${maxLength} characters.`);
  }
  if (/[^\x21-\x7e]/.test(text) && kind !== "text") {
    throw new ConnectorConfigError(
      name,
      `${name} has a space, a line break or a letter that no ${kind === "url" ? "URL" : "key"} has. Copy it again, alone.`,
    );
  }
  if (kind === "url") return readUrl(text, name).href;
  if (kind === "choice" && !choices?.includes(text)) {
    throw new ConnectorConfigError(name, `${name} is one of ${choices?.join(", ")}.`);
  }
  return text;
}

/**
 * Parses a pasted URL; without a scheme, https is assumed. Throws a `ConnectorConfigError` if the URL is invalid or
 * contains a user name, a query or a fragment.
 */
function readUrl(text: string, name: string): URL {
  const url = URL.parse(text.includes("://") ? text : `https://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new ConnectorConfigError(
      name,
      `${name} is no web address, such as https://shop.example.`,
    );
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new ConnectorConfigError(
      name,
      `${name} has a name, a "?" or a "#" in it. Only the address belongs there.`,
    );
  }
  return url;
}
