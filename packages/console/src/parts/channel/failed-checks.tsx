import { Alert } from "@mantine/core";
import { IconOf } from "../page/icons.tsx";
import { CheckList, type CheckTongue, type ListedCheck } from "./check-list.tsx";

/** The checks that prevented connecting a link; renders nothing if none failed. */
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
