import GithubSlugger from "github-slugger";
import { type MdastNode, markdownToMdast } from "satteri";
import type { Page, PageLink } from "./page.ts";

/** Parses a page as GitHub does. Throws if it has no `# heading` to use as its title. */
export function readPage(
  source: string,
  { file, locale, slug }: Pick<Page, "file" | "locale" | "slug">,
): Page {
  const nodes = [...eachNode(markdownToMdast(source))];
  const heading = nodes.find((node) => node.type === "heading" && node.depth === 1);
  if (!heading) {
    throw new Error(
      `${file} has no title. Begin it with a line "# …", by which the page is called.`,
    );
  }
  const paragraph = nodes.find((node) => node.type === "paragraph");
  return {
    file,
    locale,
    slug,
    title: wordsOf(heading),
    description: paragraph ? wordsOf(paragraph).replaceAll("\n", " ") : "",
    source,
    bodyStart: spanOf(heading).end,
    anchors: anchorsOf(nodes),
    links: nodes.flatMap(linkOf),
  };
}

function anchorsOf(nodes: readonly MdastNode[]): Set<string> {
  const slugger = new GithubSlugger();
  return new Set(
    nodes.flatMap((node) => {
      if (node.type === "heading") return [slugger.slug(wordsOf(node))];
      // An anchor named by hand, `<a id="known-stages"></a>`, has the same name in every language.
      const [, named] = (node.type === "html" && / id="([^"]+)"/.exec(node.value)) || [];
      return named ? [named] : [];
    }),
  );
}

function linkOf(node: MdastNode): PageLink[] {
  if (node.type !== "link" && node.type !== "image") return [];
  const { start, end } = spanOf(node);
  if (node.type === "image") {
    return [{ kind: "picture", url: node.url, start, end, wordsStart: start, wordsEnd: end }];
  }
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (!first || !last) return [];
  const [wordsStart, wordsEnd] = [spanOf(first).start, spanOf(last).end];
  return [{ kind: "link", url: node.url, start, end, wordsStart, wordsEnd }];
}

function spanOf({ position }: MdastNode): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function wordsOf(node: MdastNode): string {
  if ("value" in node && typeof node.value === "string") return node.value;
  return "children" in node ? node.children.map(wordsOf).join("") : "";
}

function* eachNode(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ("children" in node) for (const child of node.children) yield* eachNode(child);
}
