import type { ComponentType } from "preact";
import type { ChatState } from "../../chat/chat.ts";
import { Component, h } from "./tools.ts";

interface Props {
  state: ChatState;
}

/** Creates the place for the line that names who answers; the line loads when that is not the bot alone. */
export function createWhoAnswers(tools: object) {
  return class WhoAnswers extends Component<Props, { Line?: ComponentType<Props> }> {
    #isAsked = false;

    override render({ state }: Props) {
      const { Line } = this.state;
      const { holder = "bot", typing } = state;
      if (!this.#isAsked && (holder !== "bot" || typeof typing === "string")) {
        this.#isAsked = true;
        import("./person-line.ts")
          .then(({ createPersonLine }) => this.setState({ Line: createPersonLine(tools as never) }))
          .catch(() => {});
      }
      return Line && <Line state={state} />;
    }
  };
}
