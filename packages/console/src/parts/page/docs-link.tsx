import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { useSpeaking, useWords } from "../../words/speaking.tsx";

/** Returns the URL of the documentation, or of one of its pages, in the operator's language. */
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
