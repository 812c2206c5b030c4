import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../../api/api.ts";
import { inboxKey } from "../data/inbox-data.ts";
import type { View } from "../data/inbox-search.ts";

const maxAtOnce = 100;
const route = "POST /bots/{bot_id}/conversations/close";

/** Which list it is. */
interface OfList {
  botId: string;
  view: View;
  label: string | undefined;
}

/** Tracks the selected conversations of a list and closes them. */
export function usePicking({ botId, view, label }: OfList) {
  const queries = useQueryClient();
  const place = `${botId} ${view} ${label ?? ""}`;
  const [picked, setPicked] = useState<{ place: string; all: boolean; ids: ReadonlySet<string> }>();
  // A different list starts with an empty selection.
  const here = picked?.place === place ? picked : undefined;
  const pick = (all: boolean, ids: ReadonlySet<string>) => setPicked({ place, all, ids });
  const closing = useMutation({
    mutationFn: () => {
      if (!here || view === "closed") return Promise.resolve({ closed: 0, left: 0 });
      return here.all ? closeList(botId, { view, label }) : closeChosen(botId, [...here.ids]);
    },
    onSuccess: () => pick(false, new Set()),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey(botId) }),
  });
  const ids = here?.ids ?? new Set<string>();
  return {
    isOn: here !== undefined,
    isAll: here?.all ?? false,
    count: ids.size,
    closing,
    begin: () => pick(false, new Set()),
    pickAll: (all: boolean) => pick(all, new Set()),
    isPicked: (id: string) => (here?.all ?? false) || ids.has(id),
    toggle: (id: string) =>
      pick(false, new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id])),
    end() {
      closing.reset();
      setPicked(undefined);
    },
  };
}

export type Picking = ReturnType<typeof usePicking>;

async function closeChosen(botId: string, ids: readonly string[]) {
  const path = { bot_id: botId };
  const done = { closed: 0, left: 0 };
  for (let at = 0; at < ids.length; at += maxAtOnce) {
    const body = { conversation_ids: ids.slice(at, at + maxAtOnce) };
    const { closed, left } = await api(route, { path, body });
    done.closed += closed;
    done.left += left;
  }
  return done;
}

async function closeList(
  botId: string,
  { view, label }: { view: Exclude<View, "closed">; label: string | undefined },
) {
  const path = { bot_id: botId };
  const done = { closed: 0, left: 0 };
  let cursor: string | null = null;
  do {
    const body = { view, ...(label && { label }), ...(cursor && { cursor }) };
    const said: { closed: number; left: number; next_cursor: string | null } = await api(route, {
      path,
      body,
    });
    done.closed += said.closed;
    done.left += said.left;
    cursor = said.next_cursor;
  } while (cursor);
  return done;
}
