import type { VNode } from "preact";
import type { ChatWords } from "../parts/words.ts";
import { Component, h, Icon } from "./tools.ts";

/** How long the button shows the outcome. */
const confirmedMs = 2500;

const check = "m5 12.5 4.5 4.5L19 7.5";
const copy = "M9 9h11v11H9zM5 15H4V4h11v1";

type Outcome = "copied" | "notCopied";

/** Creates the button that copies a number and shows whether that worked. */
export function createCopyButton() {
  return class CopyButton extends Component<{ text: string }, { outcome: Outcome | undefined }> {
    override render(): VNode {
      const { phrases }: ChatWords = this.context;
      const { outcome } = this.state;
      return (
        <button type="button" class="copy" onClick={this.#copy}>
          <Icon path={outcome === "copied" ? check : copy} />
          {phrases[outcome ?? "copy"]}
          <span class="unseen"> {phrases.trackingNumber}</span>
        </button>
      );
    }

    readonly #copy = async () => {
      const { phrases, announce }: ChatWords = this.context;
      const outcome = await write(this.props.text);
      announce?.(phrases[outcome]);
      this.setState({ outcome });
      setTimeout(() => this.setState({ outcome: undefined }), confirmedMs);
    };
  };
}

/** A page may lack permission to write to the clipboard: in a frame, or without https. */
async function write(text: string): Promise<Outcome> {
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    return "notCopied";
  }
}
