import { randomUUID } from "node:crypto";
import { styleText } from "node:util";

type Style = "green" | "red" | "yellow" | "dim" | "bold";

/** Known only in this process, so text from outside cannot style itself. */
const mark = randomUUID();

/** Marks part of a line for a style; {@link withPaint} applies the style after all other checks. */
export function paint(style: Style, text: string): string {
  return `${mark}${style}:${text}${mark}`;
}

/** Puts the styles in place. styleText heeds NO_COLOR, and that standard output is no terminal. */
export function withPaint(line: string): string {
  return line
    .split(mark)
    .map((part, index) => {
      if (index % 2 === 0) return part;
      const [style = "", ...text] = part.split(":");
      return styleText(style as Style, text.join(":"));
    })
    .join("");
}
