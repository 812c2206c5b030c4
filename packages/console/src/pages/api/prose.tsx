import { Code } from "@mantine/core";
import { createElement, Fragment } from "react";

/** Renders a sentence of the description; names in backticks become code. */
export function Prose({ text }: { text: string }) {
  const parts = text.split(/`([^`]+)`/);
  const shown = parts.map((part, nth) => (nth % 2 === 1 ? createElement(Code, null, part) : part));
  return createElement(Fragment, null, ...shown);
}
