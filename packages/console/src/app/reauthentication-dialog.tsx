import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { meQuery } from "../access/me.ts";
import { api } from "../api/api.ts";
import { setReauthentication } from "../api/reauthenticate.ts";
import { Dialog } from "../parts/form/dialog.tsx";
import { shellWords } from "../parts/frame/shell-words.ts";
import { QueryView } from "../parts/page/query-view.tsx";
import { useWords } from "../words/speaking.tsx";
import { ProveAgain } from "./prove-again.tsx";

/** Asks the operator to sign in again, before something that cannot be undone. */
export function ReauthenticationDialog() {
  const { again: words } = useWords(shellWords);
  const queries = useQueryClient();
  const [answer, setAnswer] = useState<((isProved: boolean) => void) | null>(null);
  useEffect(() => {
    setReauthentication(() => new Promise((resolve) => setAnswer(() => resolve)));
  }, []);
  const close = (isProved: boolean) => {
    answer?.(isProved);
    setAnswer(null);
  };
  /** Goes on as the one who began; whoever else has signed in begins anew. */
  const goOn = async () => {
    const before = queries.getQueryData(meQuery.queryKey)?.operator?.id;
    const now = await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    if (now.operator?.id === before) return close(true);
    location.reload();
  };
  return (
    <Dialog isOpen={answer !== null} onClose={() => close(false)} title={words.title} isOnTop>
      <Ways onProved={goOn} onCancel={() => close(false)} />
    </Dialog>
  );
}

/** Asked each time: a password or a passkey may have come meanwhile. */
function Ways(props: { onProved(): Promise<void>; onCancel(): void }) {
  const ways = useQuery({ queryKey: ["ways"], queryFn: findWays, staleTime: 0, gcTime: 0 });
  return (
    <QueryView query={ways} height={190}>
      {(found) => <ProveAgain {...props} {...found} />}
    </QueryView>
  );
}

async function findWays(): Promise<{ hasPassword: boolean; hasPasskey: boolean }> {
  const [password, passkeys] = await Promise.all([
    api("GET /me/password"),
    api("GET /me/passkeys"),
  ]);
  return { hasPassword: password.is_set, hasPasskey: passkeys.data.length > 0 };
}
