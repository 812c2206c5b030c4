import type { TargetedEvent, VNode } from "preact";
import type { Chat } from "../../chat/chat.ts";
import type { PictureWords } from "../parts/late.ts";
import type { Words } from "../parts/words.ts";
import { sentPictures } from "./sent-pictures.ts";
import { Component, Fragment, h } from "./tools.ts";

const types = "image/*,.heic,.pdf";

interface Props {
  call: Chat["call"];
  words: PictureWords;
  onSent(within: HTMLElement): void;
}

/** Makes the entry of the menu that sends a picture, and says where that failed. */
export function createPictureButton() {
  return class PictureButton extends Component<Props, { said: string }> {
    override render(): VNode {
      return (
        <>
          <label class="button file">
            {this.props.words.send}
            <input type="file" class="unseen" accept={types} onChange={this.#send} />
          </label>
          {this.state.said && <p role="status">{this.state.said}</p>}
        </>
      );
    }

    readonly #send = async ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
      const { phrases }: Words = this.context;
      const [file] = currentTarget.files!;
      if (!file) return;
      this.setState({ said: phrases.sending });
      const { sendPicture } = await import("./send-picture.ts");
      const outcome = await sendPicture(file, this.props.call, sentPictures);
      currentTarget.value = "";
      const sayings = { sent: "", refused: this.props.words.refused, failed: phrases.mail_failed };
      const said = sayings[outcome];
      this.setState({ said });
      if (!said) this.props.onSent(currentTarget);
    };
  };
}
