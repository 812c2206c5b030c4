import type { Page } from "./reading/page.ts";

/** `llms.txt`: the English pages, one a line, for programs that read the documentation (llmstxt.org). */
export function listForModels(pages: readonly Page[], base: string): string {
  const lines = pages
    .filter(({ locale }) => locale === "en")
    .map(({ slug, title, description }) => {
      const url = slug === "index" ? base : `${base}${slug}/`;
      return `- [${title}](${url}): ${description}`;
    });
  return [
    "# Meetbot",
    "",
    "> A bot that answers “where is my order?” with the shop's own data.",
    "",
    "## Pages",
    "",
    ...lines,
    "",
  ].join("\n");
}
