import { ActionIcon, Menu } from "@mantine/core";
import { useState } from "react";
import { useMay } from "../../../access/role.ts";
import { IconOf } from "../../../parts/page/icons.tsx";
import { useWords } from "../../../words/speaking.tsx";
import { CannedDialog } from "../canned/canned-dialog.tsx";
import { LabelsDialog } from "../labels/labels-dialog.tsx";

/** Resources that editors can prepare for an inbox, even before its first customer. */
export function ManageMenu({ botId }: { botId: string }) {
  const words = useWords("inbox.main");
  const replies = useWords("inbox.canned");
  const labels = useWords("inbox.labels");
  const isEditor = useMay(botId)("editor");
  const [managed, setManaged] = useState<"replies" | "labels" | null>(null);
  const close = () => setManaged(null);
  if (!isEditor) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size="sm" aria-label={words.prepare}>
            <IconOf icon="settings" size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setManaged("replies")}>{replies.manage}</Menu.Item>
          <Menu.Item onClick={() => setManaged("labels")}>{labels.manage}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <CannedDialog botId={botId} isOpen={managed === "replies"} onClose={close} />
      <LabelsDialog botId={botId} isOpen={managed === "labels"} onClose={close} />
    </>
  );
}
