import { toGo } from "./go.ts";
import { toJava } from "./java.ts";
import { type Language, languages } from "./language.ts";
import { toNode } from "./node.ts";
import { toPhp } from "./php.ts";
import { toPython } from "./python.ts";
import { type Resending, type Sending, toSending } from "./sending.ts";

export { type Language, languages } from "./language.ts";
export type { Resending } from "./sending.ts";

const writers: Readonly<Record<Language, (sending: Sending) => string>> = {
  node: toNode,
  php: toPhp,
  python: toPython,
  java: toJava,
  go: toGo,
};

/**
 * Programs that send the same again, signed anew, in the languages that webhooks are written in.
 * They read the secret from the environment, and hold none.
 */
export function toCode(resending: Resending): Record<Language, string> {
  const sending = toSending(resending);
  const written = languages.map((language) => [language, `${writers[language](sending)}\n`]);
  return Object.fromEntries(written) as Record<Language, string>;
}
