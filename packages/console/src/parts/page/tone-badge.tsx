import { Badge, type BadgeProps } from "@mantine/core";
import type { ReactNode } from "react";

/** The meaning of a badge to an operator who looks for trouble. */
export type Tone = "good" | "bad" | "wait" | "person" | "quiet";

const colors: Record<Tone, string> = {
  good: "green",
  bad: "red",
  wait: "yellow",
  person: "violet",
  quiet: "gray",
};

/** A short word on a colored background. Its text is darker than Mantine's, to be readable. */
export function ToneBadge(props: { tone: Tone; size?: BadgeProps["size"]; children: ReactNode }) {
  const color = colors[props.tone];
  const dark = `color-mix(in srgb, var(--mantine-color-${color}-9) 70%, black)`;
  const letters = `light-dark(${dark}, var(--mantine-color-${color}-1))`;
  return (
    <Badge
      variant="light"
      color={color}
      fw={600}
      size={props.size ?? "md"}
      styles={{ label: { color: letters } }}
    >
      {props.children}
    </Badge>
  );
}
