import { Alert } from "@mantine/core";
import { IconOf } from "../page/icons.tsx";
import { CheckList, type CheckTongue, type ListedCheck } from "./check-list.tsx";

/** What kept a link from being connected. Nothing where nothing did. */
export function FailedChecks(props: {
  checks: readonly ListedCheck[] | null;
  words: CheckTongue & { notConnected: string };
}) {
  const { checks, words } = props;
  return (
    <div role="status" className="soft-status">
      {checks && (
        <Alert
          color="red"
          variant="light"
          icon={<IconOf icon="warning" />}
          title={words.notConnected}
        >
          <CheckList checks={checks} words={words} />
        </Alert>
      )}
    </div>
  );
}
