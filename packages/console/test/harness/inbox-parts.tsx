import "@mantine/core/styles.css";
import { MantineProvider, Textarea } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { colorVariables, theme } from "../../src/app/theme.ts";
import { useCannedReplies } from "../../src/pages/inbox/canned/canned-menu.tsx";
import { OrderPanel } from "../../src/pages/inbox/panel/order-panel.tsx";
import { SpeakingProvider } from "../../src/words/speaking.tsx";

// The order panel and the canned replies around a text field, as a page mounts them.

const search = new URLSearchParams(location.search);
const place = {
  botId: search.get("bot") ?? "",
  conversationId: search.get("conversation") ?? "",
};

function Harness() {
  const [text, setText] = useState("");
  const [caret, setCaret] = useState(0);
  const [lastSeq, setLastSeq] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const change = (next: string, at: number) => {
    setText(next);
    setCaret(at);
  };
  const canned = useCannedReplies({ ...place, text, caret, onChange: change });
  return (
    <main>
      <h1>Conversation</h1>
      {canned.menu}
      <Textarea
        ref={field}
        label="Message"
        value={text}
        {...canned.fieldProps}
        onKeyDown={(event) => canned.onKeyDown(event)}
        onChange={({ currentTarget }) => change(currentTarget.value, currentTarget.selectionStart)}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
      />
      {canned.notice}
      <button type="button" disabled={canned.unfilled.length > 0}>
        Send
      </button>
      <h2>Panel</h2>
      <OrderPanel
        {...place}
        lastSeq={lastSeq}
        isOwn={search.get("own") === "true"}
        mayWrite
        onInsert={(one) => change(`${text}${one}`, text.length + one.length)}
        onSent={() => setLastSeq(lastSeq + 1)}
      />
    </main>
  );
}

const router = createRouter({
  routeTree: createRootRoute({ component: Harness }),
  history: createMemoryHistory({ initialEntries: ["/"] }),
});

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <MantineProvider theme={theme} cssVariablesResolver={colorVariables}>
      <SpeakingProvider>
        <QueryClientProvider client={new QueryClient()}>
          <RouterProvider router={router as never} />
        </QueryClientProvider>
      </SpeakingProvider>
    </MantineProvider>,
  );
}
