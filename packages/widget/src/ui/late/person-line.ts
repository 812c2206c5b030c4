import { personWords } from "@meetbot/presentation/person-words.ts";
import type { ChatState, Locale } from "../../chat/chat.ts";
import type { ChatWords } from "../parts/words.ts";
import type * as tools from "./tools.ts";

interface Props {
  state: ChatState;
}

/**
 * Creates the line that names who answers, if it is not the bot alone. A separate file, loaded once a person was called
 * or writes: most conversations need none.
 */
export function createPersonLine({ Component, fill, h }: typeof tools) {
  return class PersonLine extends Component<Props> {
    #read: string[] = [];

    override render() {
      const lines = this.#lines();
      return lines.length > 0 && h("p", { class: "who" }, lines.join(" "));
    }

    override componentDidMount(): void {
      this.componentDidUpdate();
    }

    /** Announces new lines to screen readers. */
    override componentDidUpdate(): void {
      const { announce }: ChatWords = this.context;
      const lines = this.#lines();
      for (const line of lines) if (!this.#read.includes(line)) announce?.(line);
      this.#read = lines;
    }

    #lines(): string[] {
      const { holder, typing, entries, phase } = this.props.state;
      if (!/open|offline/.test(phase)) return [];
      const { reader }: ChatWords = this.context;
      // The context may predate a change of the window's language: this line renders by itself once its code is loaded.
      const said = entries.findLast((entry) => entry.from === "bot");
      const words = personWords[(said?.locale ?? reader.language.locale) as Locale];
      const name = entries.findLast((entry) => entry.from === "person")?.name;
      const lines: string[] = [];
      if (holder === "waiting") lines.push(words.waitsForPerson);
      if (holder === "person") {
        lines.push(name ? fill(words.talkingWith, { name }) : words.withPerson);
      }
      if (typeof typing === "string") lines.push(fill(words.writes, { name: typing }));
      return lines;
    }
  };
}
