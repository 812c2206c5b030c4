import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { meQuery } from "../access/me.ts";
import { api } from "../api/api.ts";
import { setReauthentication } from "../api/reauthenticate.ts";
import { Dialog } from "../parts/form/dialog.tsx";
import { QueryView } from "../parts/page/query-view.tsx";
import { LoadingState } from "../parts/page/states.tsx";
import { useWords } from "../words/speaking.tsx";

/** Loaded only when the dialog opens, so that opening the console does not wait for it. */
const ProveAgain = lazy(() =>
  import("./prove-again.tsx").then((module) => ({ default: module.ProveAgain })),
);

/** The approximate height of the content that is loading. */
const usualHeight = 190;

/** Asks the operator to sign in again before an action that cannot be undone. */
export function ReauthenticationDialog() {
  const { again: words } = useWords("parts.shell");
  const queries = useQueryClient();
  const [answer, setAnswer] = useState<((isProved: boolean) => void) | null>(null);
  useEffect(() => {
    setReauthentication(() => new Promise((resolve) => setAnswer(() => resolve)));
  }, []);
  const close = (isProved: boolean) => {
    answer?.(isProved);
    setAnswer(null);
  };
  /** Continues for the operator who started; reloads when another one has signed in. */
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

/** Fetches the sign-in methods each time, because the operator may have added a password or a passkey meanwhile. */
function Ways(props: { onProved(): Promise<void>; onCancel(): void }) {
  const ways = useQuery({ queryKey: ["ways"], queryFn: findWays, staleTime: 0, gcTime: 0 });
  return (
    <QueryView query={ways} height={usualHeight}>
      {(found) => (
        <Suspense fallback={<LoadingState height={usualHeight} />}>
          <ProveAgain {...props} {...found} />
        </Suspense>
      )}
    </QueryView>
  );
}

async function findWays() {
  const [me, password, passkeys] = await Promise.all([
    api("GET /me"),
    api("GET /me/password"),
    api("GET /me/passkeys"),
  ]);
  return {
    byProvider: me.by_provider,
    hasPassword: password.is_set,
    hasPasskey: passkeys.data.length > 0,
  };
}
