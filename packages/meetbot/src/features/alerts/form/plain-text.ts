import type { Alert } from "./alert.ts";

/** An alert as lines of plain text. "Meetbot" stands in each: robots can be made to ask for a keyword. */
export function plainText({ title, lines, link }: Alert): string {
  return [
    `Meetbot: ${title}`,
    ...lines.map(({ label, value }) => `${label}: ${value}`),
    ...(link ? [`${link.label}: ${link.url}`] : []),
  ].join("\n");
}
