import type { CardDetails, Late } from "../parts/late.ts";
import { Below } from "./below.tsx";
import { formatTime } from "./clock.ts";
import { createCopyButton } from "./copy-button.tsx";
import { followKeys } from "./follow-keys.ts";
import { lateStyles } from "./late-styles.ts";
import { LinkedText } from "./linked-text.tsx";
import { createMenu } from "./menu.tsx";
import { Stepper } from "./stepper.tsx";
import { takeTools } from "./tools.ts";
import { createBadge } from "./unread-badge.ts";
import { followViewport } from "./viewport.ts";
import { createWhoAnswers } from "./who-answers.tsx";

/** Creates the late part from the modules that the window has already loaded. */
export function createLate(tools: object): Omit<Late, keyof CardDetails> {
  takeTools(tools);
  const CopyButton = createCopyButton();
  const Menu = createMenu();
  return {
    Below,
    CopyButton,
    LinkedText,
    Menu,
    Stepper,
    WhoAnswers: createWhoAnswers(tools),
    attend(root, launcher, close) {
      followKeys(root, close);
      return createBadge(root, launcher);
    },
    followViewport,
    lateStyles,
    formatTime,
  };
}
