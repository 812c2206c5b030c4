import "./inbox.css";
import { VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useMemo, useRef, useState } from "react";
import { SideDrawer } from "../../parts/page/side-drawer.tsx";
import { useWords } from "../../words/speaking.tsx";
import { type ListedRow, useInboxList } from "./data/inbox-data.ts";
import { useInboxPlace } from "./data/use-inbox-place.ts";
import { KeysDialog } from "./keys/keys-dialog.tsx";
import { useInboxKeys } from "./keys/use-inbox-keys.ts";
import { useKnownLabel } from "./labels/labels-data.ts";
import { ListSide } from "./list/list-side.tsx";
import { useSearched } from "./list/use-search.ts";
import { AboutSide } from "./talk/about-side.tsx";
import type { Insert } from "./talk/talk.tsx";
import { TalkSide } from "./talk/talk-side.tsx";

/** Shows customers who want a person: the lists, the open conversation, and its customer's data. */
export function InboxPage() {
  const { botId, conversation, listed, searched, go, searchFor } = useInboxPlace();
  const { view = "waiting" } = listed;
  const words = useWords("inbox.main");
  const label = useKnownLabel(botId, listed.label);
  const list = useInboxList(botId, view, label);
  const found = useSearched(botId, searched);
  const shown = searched === "" ? list.data : found.data;
  const insert = useRef<Insert | null>(null);
  const [isAboutOpen, setAboutOpen] = useState(false);
  const [areKeysOpen, setKeysOpen] = useState(false);
  const isWide = useMediaQuery("(min-width: 78em)", true, { getInitialValueInEffect: false });
  const rows = useMemo(() => {
    const all = shown?.pages.flatMap(({ data }): ListedRow[] => data) ?? [];
    // A conversation that changed between two page loads appears on both pages.
    return [...new Map(all.map((row) => [row.conversation_id, row])).values()];
  }, [shown]);
  useEffect(() => {
    document.title = `${words.title} · Meetbot`;
  }, [words.title]);
  const step = (by: 1 | -1) => {
    const at = rows.findIndex(({ conversation_id }) => conversation_id === conversation);
    const next = rows[at < 0 ? 0 : at + by];
    if (next) go({ conversation: next.conversation_id }, true);
  };
  useInboxKeys({ j: () => step(1), k: () => step(-1), "?": () => setKeysOpen(true) });
  const about = conversation && (
    <AboutSide
      botId={botId}
      conversationId={conversation}
      onInsert={(text) => {
        setAboutOpen(false);
        insert.current?.(text);
      }}
    />
  );
  return (
    <div className="inbox" data-open={conversation !== undefined || undefined}>
      <VisuallyHidden>
        <h1>{words.title}</h1>
      </VisuallyHidden>
      <ListSide
        {...{ botId, view, list, rows, label, searched, found }}
        openId={conversation}
        onView={(view) => go({ view, conversation: undefined }, true)}
        onLabel={(label) => go({ label })}
        onSearch={searchFor}
      />
      <TalkSide
        botId={botId}
        conversationId={conversation}
        insert={insert}
        onAbout={() => setAboutOpen(true)}
      />
      {isWide && about && (
        <aside className="inbox-about" aria-label={words.about}>
          {about}
        </aside>
      )}
      {!isWide && about && (
        <SideDrawer
          isOpen={isAboutOpen}
          onClose={() => setAboutOpen(false)}
          title={words.about}
          close={words.closeAbout}
          size={360}
        >
          {about}
        </SideDrawer>
      )}
      <KeysDialog isOpen={areKeysOpen} onClose={() => setKeysOpen(false)} />
    </div>
  );
}
