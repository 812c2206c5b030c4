import type { Step, WindowWords } from "@meetbot/presentation";
import type { ChatWords } from "../parts/words.ts";
import { Fragment, fill, h } from "./tools.ts";

/** The position of each step on a way of four, and its label. */
const places: Record<Step, [place: number, name: keyof WindowWords]> = {
  ordered: [1, "stageOrdered"],
  picked_up: [2, "stagePickedUp"],
  on_its_way: [2, "stageOnItsWay"],
  out_for_delivery: [3, "stageOutForDelivery"],
  pickup: [3, "stagePickup"],
  delivered: [4, "stageDelivered"],
};
const usual: (keyof WindowWords)[] = [
  "stageOrdered",
  "stageOnItsWay",
  "stageOutForDelivery",
  "stageDelivered",
];

/** Renders a package's progress in four steps: a line to look at, and one sentence for screen readers. */
export function Stepper({ step }: { step: Step }, { phrases }: ChatWords) {
  const [place, here] = places[step];
  const names = usual.with(place - 1, here);
  return (
    <>
      <ol class="steps" aria-hidden="true">
        {names.map((name, at) => (
          <li class={at < place ? (name === here ? "done now" : "done") : ""}>{phrases[name]}</li>
        ))}
      </ol>
      <p class="unseen">{fill(phrases.step, { step: place, stage: phrases[here] })}</p>
    </>
  );
}
