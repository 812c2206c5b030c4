import { Component, h, type RefObject, type VNode } from "preact";
import type { AskedField } from "../chat/reply.ts";
import { Icon, icons } from "./parts/icon.tsx";
import type { ChatWords } from "./parts/words.ts";

export type Field = HTMLTextAreaElement | HTMLInputElement;

/** The longest text that the server accepts. */
const maxCharacters = 4000;

/** `autoCorrect`: the name of the attribute, for the property of the lower-case name is no text. */
const numberInput = { autocomplete: "off", autoCorrect: "off", autocapitalize: "characters" };

/** The keyboard and autofill settings for each guided question; the question's name is also the key of its phrase. */
const guided: Record<AskedField, object> = {
  email: { type: "email", inputmode: "email", autocomplete: "email" },
  phone: { type: "tel", inputmode: "tel", autocomplete: "tel" },
  account: { inputmode: "email", autocomplete: "username", autocapitalize: "none" },
  code: { inputmode: "numeric", autocomplete: "one-time-code" },
  order_number: numberInput,
  package_number: numberInput,
};

interface Props {
  ask: AskedField | undefined;
  field: RefObject<Field | null>;
  onWrite(text: string): void;
}

/** The customer's text field. Enter sends, except while an input method composes. */
export class Composer extends Component<Props, { draft?: string }> {
  override render({ ask, field }: Props): VNode {
    const { phrases }: ChatWords = this.context;
    const { draft = "" } = this.state;
    // One element for all guided questions, and one for the rest.
    const Field = (ask ? "input" : "textarea") as "input";
    return (
      <form
        class="composer"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          this.#send();
        }}
      >
        <Field
          key={ask}
          ref={field as RefObject<HTMLInputElement>}
          class="field"
          value={draft}
          maxLength={maxCharacters}
          dir="auto"
          spellcheck={!ask}
          enterkeyhint="send"
          aria-label={phrases[ask ?? "message"]}
          placeholder={phrases[ask ?? "writeMessage"]}
          {...(ask ? guided[ask] : { rows: 1 })}
          onInput={(event) => this.setState({ draft: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
            event.preventDefault();
            this.#send();
          }}
        />
        <button type="submit" class="send" aria-label={phrases.send} aria-disabled={!draft.trim()}>
          <Icon path={icons.up} />
        </button>
      </form>
    );
  }

  /** A guided question changes the field under the cursor: the cursor stays in it. */
  override getSnapshotBeforeUpdate(): Field | null {
    const field = this.props.field.current;
    return field?.matches(":focus") ? field : null;
  }

  override componentDidUpdate(_props: Props, _state: object, focused: Field | null): void {
    const field = this.props.field.current;
    if (focused && focused !== field) field?.focus();
  }

  #send(): void {
    const text = this.state.draft?.trim();
    if (!text) return;
    this.setState({ draft: "" });
    this.props.onWrite(text);
  }
}

/** Safari ends the composition before the key that ended it: that key has the code 229. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
