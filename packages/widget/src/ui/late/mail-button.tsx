import type { VNode } from "preact";
import type { Chat } from "../../chat/chat.ts";
import type { ChatWords } from "../parts/words.ts";
import { Component, Fragment, h } from "./tools.ts";

type Mailed = "sent" | "not_proved" | "failed";

/** Creates the menu entry that emails the conversation, and shows the outcome. */
export function createMailButton() {
  return class MailButton extends Component<Pick<Chat, "call">, { mailed?: Mailed }> {
    override render(): VNode {
      const { phrases }: ChatWords = this.context;
      const { mailed } = this.state;
      return (
        <>
          <button type="button" class="button" onClick={this.#mail}>
            {phrases.mailMe}
          </button>
          {mailed && <p>{phrases[`mail_${mailed}`]}</p>}
        </>
      );
    }

    #isMailing = false;

    /** Once at a time, however often it is tapped. */
    readonly #mail = async () => {
      if (this.#isMailing) return;
      this.#isMailing = true;
      const { phrases, announce }: ChatWords = this.context;
      const answer = await this.props.call("transcript", { method: "POST" });
      const mailed = answer?.ok ? "sent" : answer?.status === 403 ? "not_proved" : "failed";
      this.#isMailing = false;
      announce?.(phrases[`mail_${mailed}`]);
      this.setState({ mailed });
    };
  };
}
