import "./inbox.css";
import { VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { SideDrawer } from "../../parts/page/side-drawer.tsx";
import { useWords } from "../../words/speaking.tsx";
import { useInboxList } from "./data/inbox-data.ts";
import { KeysDialog } from "./keys/keys-dialog.tsx";
import { useInboxKeys } from "./keys/use-inbox-keys.ts";
import { ListSide } from "./list/list-side.tsx";
import { AboutSide } from "./talk/about-side.tsx";
import type { Insert } from "./talk/talk.tsx";
import { TalkSide } from "./talk/talk-side.tsx";
import { inboxWords } from "./words/inbox-words.ts";

const from = "/shell/bots/$botId/inbox";

/** Customers who want a person: the lists, the conversation that is open, and what is known of its customer. */
export function InboxPage() {
  const { botId } = useParams({ from });
  const { view = "waiting", conversation } = useSearch({ from });
  const words = useWords(inboxWords);
  const navigate = useNavigate();
  const list = useInboxList(botId, view);
  const insert = useRef<Insert | null>(null);
  const [isAboutOpen, setAboutOpen] = useState(false);
  const [areKeysOpen, setKeysOpen] = useState(false);
  const isWide = useMediaQuery("(min-width: 78em)", true, { getInitialValueInEffect: false });
  const rows = useMemo(() => {
    const all = list.data?.pages.flatMap(({ data }) => data) ?? [];
    // One that changed between two pages stands in both.
    return [...new Map(all.map((row) => [row.conversation_id, row])).values()];
  }, [list.data]);
  useEffect(() => {
    document.title = `${words.title} · Meetbot`;
  }, [words.title]);
  const step = (by: 1 | -1) => {
    const at = rows.findIndex(({ conversation_id }) => conversation_id === conversation);
    const next = rows[at < 0 ? 0 : at + by];
    if (!next) return;
    void navigate({
      to: "/bots/$botId/inbox",
      params: { botId },
      search: { view, conversation: next.conversation_id },
    });
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
      <ListSide {...{ botId, view, list, rows }} openId={conversation} />
      <TalkSide
        {...{ botId, view }}
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
