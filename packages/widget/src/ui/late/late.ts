import type { Late } from "../parts/late.ts";
import { createCopyButton } from "./copy-button.tsx";
import { lateStyles } from "./late-styles.ts";
import { LinkedText } from "./linked-text.tsx";
import { Menu } from "./menu.tsx";
import { Rate } from "./rate.tsx";
import { Stepper } from "./stepper.tsx";
import { takeTools } from "./tools.ts";
import { createBadge } from "./unread-badge.ts";
import { followViewport } from "./viewport.ts";

/** Makes it with what the window has loaded already. */
export function createLate(tools: object): Late {
  takeTools(tools);
  const CopyButton = createCopyButton();
  return { CopyButton, LinkedText, Menu, Rate, Stepper, createBadge, followViewport, lateStyles };
}
