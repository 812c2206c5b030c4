import { Alert, Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { CodeBlock } from "../../parts/code/code-block.tsx";
import { CopyButton } from "../../parts/code/copy-button.tsx";
import { downloadText } from "../../parts/code/download-text.ts";
import { LeaveGuard } from "../../parts/form/leave-guard.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { useWords } from "../../words/speaking.tsx";
import { envNames, type NewKey } from "./keys-data.ts";

/** A newly created secret. Prevents users from leaving without it by mistake. */
export function SecretOnce({ botId, made }: { botId: string; made: NewKey }) {
  const words = useWords("keys.main");
  const { once, name } = useWords("keys.kinds")[made.kind];
  const [isKept, setIsKept] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const line = `${envNames[made.kind]}=${made.secret}`;
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      color="yellow"
      variant="light"
      icon={<IconOf icon="keys" />}
      title={once}
      role="group"
      aria-label={once}
      className="secret-once"
    >
      <Stack gap="sm">
        <Text size="sm">{words.onceText}</Text>
        <CodeBlock code={made.secret} name={name} wraps />
        <Group gap="sm">
          <CopyButton value={line} label={words.copyEnv} />
          <Button
            size="xs"
            variant="default"
            leftSection={<IconOf icon="download" size={14} />}
            onClick={() => {
              downloadText(`${botId}-${made.fingerprint}.env`, `${line}\n`);
              setIsKept(true);
            }}
          >
            {words.download}
          </Button>
        </Group>
        <Checkbox
          label={words.kept}
          checked={isKept}
          onChange={(event) => setIsKept(event.currentTarget.checked)}
        />
      </Stack>
      <LeaveGuard active={!isKept} text={words.lose} />
    </Alert>
  );
}
