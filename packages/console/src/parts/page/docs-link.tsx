import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { useSpeaking, useWords } from "../../words/speaking.tsx";

/** Where the documentation stands, in the operator's language; below it, its pages by their names. */
export function useDocsUrl(page = ""): string {
  const { locale } = useSpeaking();
  return `/docs/${locale === "zh" ? "zh/" : ""}${page}`;
}

/** Opens a page of the documentation in a new tab, so that the user's work stays open. */
export function DocsLink({ docs, children }: { docs: string; children?: ReactNode }) {
  const words = useWords("fields.docs");
  const isInText = children !== undefined;
  return (
    <Anchor
      href={useDocsUrl(docs)}
      target="_blank"
      size="sm"
      inherit={isInText}
      underline={isInText ? "always" : "hover"}
    >
      {children ?? words.read}
    </Anchor>
  );
}
