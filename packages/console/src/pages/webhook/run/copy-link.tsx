import { useRouter } from "@tanstack/react-router";
import { CopyButton } from "../../../parts/code/copy-button.tsx";
import { useWords } from "../../../words/speaking.tsx";

/** Copies the address at which this very run is found again. */
export function CopyLink({ runId }: { runId: string }) {
  const words = useWords("webhook.run");
  const router = useRouter();
  const { pathname } = router.state.location;
  const url = `${location.origin}/console${pathname}?tab=rules&run=${runId}`;
  return <CopyButton value={url} label={words.permalink} />;
}
