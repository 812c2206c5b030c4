import { type ComponentChildren, h } from "preact";

/** One line of a card's facts or amounts: a label and its value. Renders nothing if the value is empty. */
export function Fact(props: { of: string; children: ComponentChildren; class?: string }) {
  return (
    props.children && (
      <div class={props.class}>
        <dt>{props.of}</dt>
        <dd>{props.children}</dd>
      </div>
    )
  );
}
