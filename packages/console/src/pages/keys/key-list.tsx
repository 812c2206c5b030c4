import { Button, Code, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { type Tone, ToneBadge } from "../../parts/page/tone-badge.tsx";
import { useActorName } from "../../parts/people/use-actor-name.ts";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { Countdown } from "./countdown.tsx";
import type { Key, RotationStage } from "./keys-data.ts";

const tones: Record<RotationStage, Tone> = { next: "wait", current: "good", previous: "quiet" };

/** The secrets of one kind that live, a row for each. */
export function KeyList(props: {
  botId: string;
  endpoint: string;
  keys: Key[];
  name: string;
  /** Absent: the operator may not. */
  onRevoke: ((key: Key) => void) | undefined;
}) {
  const { botId, endpoint, keys, name, onRevoke } = props;
  return (
    <ul className="key-list" aria-label={name}>
      {keys.map((key) => (
        <KeyRow key={key.fingerprint} {...{ botId, endpoint, onRevoke }} secret={key} />
      ))}
    </ul>
  );
}

function KeyRow(props: {
  botId: string;
  endpoint: string;
  secret: Key;
  onRevoke: ((key: Key) => void) | undefined;
}) {
  const { botId, endpoint, secret, onRevoke } = props;
  const words = useWords("keys.main");
  const ofKind = useWords("keys.kinds")[secret.kind];
  const formats = useFormats();
  const { stage, fingerprint, created_by: by, last_used_at: usedAt, ends_at: endsAt } = secret;
  const nameOf = useActorName();
  const actors: Record<string, string> = words.actors;
  const created = formats.date(secret.created_at);
  return (
    <li className="key-row" data-stage={stage}>
      <Group gap="sm" className="key-name">
        <ToneBadge tone={tones[stage]}>{words.stages[stage]}</ToneBadge>
        <Code className="fingerprint" translate="no">
          {fingerprint}
        </Code>
      </Group>
      <dl className="key-facts">
        <Fact name={words.created}>
          <span title={formats.dateTime(secret.created_at)}>
            {by ? words.createdBy({ when: created, who: actors[by] ?? nameOf(by) }) : created}
          </span>
        </Fact>
        <Fact name={words.lastUsed} hint={ofKind.lastUsedHint}>
          {usedAt ? (
            <span title={formats.dateTime(usedAt)}>{formats.ago(usedAt)}</span>
          ) : (
            words.notUsed
          )}
        </Fact>
        {endsAt && (
          <Fact name={words.ends}>
            <Countdown botId={botId} endsAt={endsAt} />
          </Fact>
        )}
        {secret.kind === "signing" && !endsAt && (
          <Fact name={words.tested}>
            <Tested secret={secret} endpoint={endpoint} />
          </Fact>
        )}
      </dl>
      {onRevoke && stage !== "next" && (
        <Button
          className="danger-button key-action"
          size="xs"
          variant="default"
          onClick={() => onRevoke(secret)}
          aria-label={words.revokeWhich({ what: words.revoke[stage], fingerprint })}
        >
          {words.revoke[stage]}
        </Button>
      )}
    </li>
  );
}

function Fact(props: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed" {...(props.hint && { title: props.hint })}>
        {props.name}
      </Text>
      <Text component="dd" size="sm" m={0}>
        {props.children}
      </Text>
    </div>
  );
}

/** Shows the result of the last test of the current endpoint with this secret. */
function Tested({ secret, endpoint }: { secret: Key; endpoint: string }) {
  const words = useWords("keys.main");
  const formats = useFormats();
  const { last_test: test } = secret;
  if (!test) return words.neverTested;
  const ago = formats.ago(test.at);
  if (test.url !== endpoint) return words.testedElsewhere;
  if (!test.echoed) return <span className="key-bad">{words.testRefused({ ago })}</span>;
  const isGood = test.verifies === "fully";
  return (
    <span className={isGood ? "key-good" : "key-bad"} title={formats.dateTime(test.at)}>
      {words.testPassed[test.verifies]({ ago })}
    </span>
  );
}
