import { Fragment, h } from "preact";
import type { Stage } from "../../format/package-stage.ts";
import { fill } from "../../phrases/fill.ts";
import type { Phrases } from "../../phrases/phrases.ts";
import type { Words } from "../parts/words.ts";

const steps: (keyof Phrases)[] = [
  "stageOrdered",
  "stageOnItsWay",
  "stageOutForDelivery",
  "stageDelivered",
];

/** The way of a package in four steps: seen as a line, heard as one sentence. */
export function Stepper({ stage }: { stage: Stage }, { phrases }: Words) {
  const names = steps.with(stage.step - 1, stage.phrase);
  return (
    <>
      <ol class="steps" aria-hidden="true">
        {names.map((name, at) => (
          <li class={at < stage.step ? (name === stage.phrase ? "done now" : "done") : ""}>
            {phrases[name]}
          </li>
        ))}
      </ol>
      <p class="unseen">{fill(phrases.step, { step: stage.step, stage: phrases[stage.phrase] })}</p>
    </>
  );
}
