import { h } from "preact";
import { isWebUrl } from "../../format/is-web-url.ts";
import { Icon, icons } from "../parts/icon.tsx";
import type { ChatWords } from "../parts/words.ts";
import { NumberText } from "./number.tsx";

/**
 * Renders a button that opens the shop's or the carrier's page; `of` distinguishes two such buttons for screen readers.
 */
export function OutLink(
  props: { url: string | undefined; label: string; of: string | undefined },
  { phrases }: ChatWords,
) {
  if (!isWebUrl(props.url)) return null;
  return (
    <a class="button" href={props.url} target="_blank" rel="noopener noreferrer">
      {props.label}
      <span class="unseen">
        {" "}
        {props.of && <NumberText value={props.of} />} {phrases.newTab}
      </span>
      <Icon path={icons.out} />
    </a>
  );
}
