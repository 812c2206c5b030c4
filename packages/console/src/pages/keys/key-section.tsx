import { Alert, Button, Code, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import type { Bot } from "../../access/bot.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { KeyList } from "./key-list.tsx";
import { envNames, type Key, type Keys, type NewKey, type SecretKind } from "./keys-data.ts";
import { RevokeDialog } from "./revoke-dialog.tsx";
import { RotateDialog } from "./rotate-dialog.tsx";
import { RotationSteps } from "./rotation-steps.tsx";
import { SecretOnce } from "./secret-once.tsx";

/** One kind of secret: its active secrets and their actions. */
export function KeySection(props: { bot: Bot; kind: SecretKind; keys: Keys; mayWrite: boolean }) {
  const { bot, kind, keys, mayWrite } = props;
  const botId = bot.bot_id;
  const words = useWords("keys.main");
  const ofKinds = useWords("keys.kinds");
  const { section, text, rotate } = ofKinds[kind];
  const { promoted } = useWords("keys.rotation");
  const formats = useFormats();
  const [made, setMade] = useState<NewKey | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [toRevoke, setToRevoke] = useState<Key | null>(null);
  const [isRotating, rotation] = useDisclosure(false);
  const own = keys.secrets.filter((secret) => secret.kind === kind);
  const next = own.find(({ stage }) => stage === "next");
  const isFirst = own.length === 0;
  const isMadeHere = made !== null && made.fingerprint !== next?.fingerprint;
  return (
    <Section id={kind} title={section} text={text}>
      <div>
        <div role="status">{told && <Done text={told} />}</div>
        {isFirst ? (
          <Text size="sm">{ofKinds.first.none}</Text>
        ) : (
          <KeyList
            botId={botId}
            endpoint={keys.endpoint}
            keys={own}
            name={section}
            onRevoke={mayWrite ? setToRevoke : undefined}
          />
        )}
      </div>
      {isMadeHere && <SecretOnce key={made.fingerprint} botId={botId} made={made} />}
      {next ? (
        <RotationSteps
          {...{ botId, next, made, mayWrite }}
          endpoint={keys.endpoint}
          onCallOff={() => setToRevoke(next)}
          onPromoted={(endsAt) => {
            setMade(null);
            setTold(promoted({ until: formats.dateTime(endsAt) }));
          }}
        />
      ) : (
        mayWrite && (
          <Group gap="sm">
            <Button
              variant="default"
              onClick={rotation.open}
              leftSection={<IconOf icon={isFirst ? "keys" : "refresh"} size={16} />}
            >
              {isFirst ? ofKinds.first.make : rotate}
            </Button>
          </Group>
        )
      )}
      {!isFirst && <Compare kind={kind} />}
      <RotateDialog
        {...{ botId, kind, isFirst }}
        isOpen={isRotating}
        previous={own.find(({ stage }) => stage === "previous")}
        onClose={rotation.close}
        onMade={(secret) => {
          setMade(secret);
          setTold(null);
        }}
      />
      <RevokeDialog
        {...{ botId }}
        secret={toRevoke}
        hasNext={next !== undefined}
        onClose={() => setToRevoke(null)}
        onRevoked={(secret, replacement) => {
          setMade(replacement);
          setTold(words.revoked({ fingerprint: secret.fingerprint }));
        }}
      />
    </Section>
  );
}

function Done({ text }: { text: string }) {
  return (
    <Alert color="green" variant="light" icon={<IconOf icon="check" />} p="xs" mb="md">
      {text}
    </Alert>
  );
}

/** Explains how both sides can check that they have the same secret. */
function Compare({ kind }: { kind: SecretKind }) {
  const words = useWords("keys.main");
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        {words.compare} <Code translate="no">{`printf %s "$${envNames[kind]}" | sha256sum`}</Code>
      </Text>
    </Stack>
  );
}
