import type { Alert } from "./alert.ts";

/** Returns an alert as lines of plain text. Each contains "Meetbot", because robots can be set to require a keyword. */
export function plainText({ title, lines, link }: Alert): string {
  return [
    `Meetbot: ${title}`,
    ...lines.map(({ label, value }) => `${label}: ${value}`),
    ...(link ? [`${link.label}: ${link.url}`] : []),
  ].join("\n");
}
