import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { Dialog } from "../../parts/form/dialog.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { useWords } from "../../words/speaking.tsx";
import { MadeToken } from "./made-token.tsx";
import { type Made, NewTokenForm } from "./new-token-form.tsx";

/** Creates an API token and shows it once, until the operator confirms that it is stored. */
export function NewTokenButton() {
  const words = useWords("account");
  const [isOpen, dialog] = useDisclosure(false);
  const [made, setMade] = useState<Made | null>(null);
  const finish = () => {
    setMade(null);
    dialog.close();
  };
  // Clicking outside or pressing Escape must not lose the token.
  const close = made ? () => {} : dialog.close;
  return (
    <>
      <Button onClick={dialog.open} leftSection={<IconOf icon="plus" size={16} />}>
        {words.newToken}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={made ? words.made : words.newToken}>
        {made ? (
          <MadeToken made={made} onDone={finish} />
        ) : (
          <NewTokenForm onMade={setMade} onCancel={dialog.close} />
        )}
      </Dialog>
    </>
  );
}
