import { Code } from "@mantine/core";
import { createElement, Fragment } from "react";

/** A sentence of the description, in which names stand between backticks. */
export function Prose({ text }: { text: string }) {
  const parts = text.split(/`([^`]+)`/);
  const shown = parts.map((part, nth) => (nth % 2 === 1 ? createElement(Code, null, part) : part));
  return createElement(Fragment, null, ...shown);
}
