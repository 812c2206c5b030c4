/** The site's languages; a page without a Chinese version is shown in English, with a note. */
export type DocsLocale = "en" | "zh";

/** A link as it is written in a page. */
export interface PageLink {
  /** A picture is a link too: to what is shown in its place. */
  kind: "link" | "picture";
  url: string;
  /** Where the link begins and ends in the source, and where its words do. */
  start: number;
  end: number;
  wordsStart: number;
  wordsEnd: number;
}

/** A page of Markdown, as it is in the checkout. */
export interface Page {
  /** Its path in the checkout: `docs/protocol.md`. */
  file: string;
  locale: DocsLocale;
  /** The page's path on the site, the same in both languages: `protocol`, `decisions/0001-few-packages`. */
  slug: string;
  /** The text of the page's `# heading`. */
  title: string;
  /** Its first paragraph, in plain words. */
  description: string;
  source: string;
  /** Where the page's text begins, after the heading. */
  bodyStart: number;
  /** The valid targets of `#…` links. */
  anchors: ReadonlySet<string>;
  links: readonly PageLink[];
}
