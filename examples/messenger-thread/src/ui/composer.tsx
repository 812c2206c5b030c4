import { useRef, useState } from "preact/hooks";
import type { Act, PageProfile } from "../scene/scene.ts";
import { useWords } from "../words/speaking.ts";
import { Menu } from "./menu.tsx";
import { Icon, Thumb } from "./parts/icon.tsx";

interface Props {
  profile: PageProfile;
  onAct(act: Act): void;
  onFile(file: File): void;
}

/** Where the customer writes. Enter sends, except while an input method composes. */
export function Composer({ profile, onAct, onFile }: Props) {
  const words = useWords();
  const [draft, setDraft] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const isEmpty = draft.trim() === "";
  const send = () => {
    if (isEmpty) onAct({ act: "like" });
    else onAct({ act: "write", text: draft });
    setDraft("");
    field.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Menu profile={profile} onAct={onAct} />
      <FileButton onFile={onFile} />
      <textarea
        ref={field}
        rows={1}
        value={draft}
        maxLength={20_000}
        dir="auto"
        enterkeyhint="send"
        aria-label={words.write}
        placeholder="Aa"
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          if (!isEmpty) send();
        }}
      />
      <button type="submit" class="round" aria-label={isEmpty ? words.sendLike : words.send}>
        {isEmpty ? <Thumb /> : <Icon name="send" />}
      </button>
    </form>
  );
}

function FileButton({ onFile }: Pick<Props, "onFile">) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="round"
        aria-label={words.attach}
        onClick={() => input.current?.click()}
      >
        <Icon name="image" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          currentTarget.value = "";
        }}
      />
    </>
  );
}
