import { Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { QueryView } from "../../parts/page/query-view.tsx";
import { Section } from "../../parts/page/section.tsx";
import { ToneBadge } from "../../parts/page/tone-badge.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { type Session, sessionsQuery, useAccountChange } from "./account-data.ts";
import { describeDevice } from "./describe-device.ts";
import { Fault } from "./fault.tsx";
import { OwnRow } from "./own-row.tsx";

/** The operator's active sessions. */
export function SessionsSection() {
  const words = useWords("account");
  const query = useQuery(sessionsQuery);
  const ending = useAccountChange(() => api("DELETE /me/sessions"));
  return (
    <Section id="sessions" title={words.sessions} text={words.sessionsText}>
      <QueryView query={query} height={96}>
        {({ data }) => (
          <Stack gap="md">
            <ul className="own-rows" aria-label={words.sessions}>
              {thisOneFirst(data).map((session) => (
                <SessionRow key={session.session_id} session={session} />
              ))}
            </ul>
            <Fault problem={ending.error} />
            {data.some(({ is_this }) => !is_this) ? (
              <Group>
                <Button
                  variant="default"
                  loading={ending.isPending}
                  onClick={() => ending.mutate()}
                >
                  {words.endOthers}
                </Button>
              </Group>
            ) : (
              <Text size="sm" c="dimmed" role="status">
                {words.onlyThis}
              </Text>
            )}
          </Stack>
        )}
      </QueryView>
    </Section>
  );
}

function thisOneFirst(sessions: readonly Session[]): Session[] {
  return [...sessions].sort((a, b) => Number(b.is_this) - Number(a.is_this));
}

function SessionRow({ session }: { session: Session }) {
  const words = useWords("account");
  const formats = useFormats();
  const { session_id, is_this, user_agent, created_at, last_used_at } = session;
  const known = describeDevice(user_agent);
  const device = known
    ? words.device({ browser: known.browser, system: known.system })
    : words.unknownDevice;
  const ending = useAccountChange(() =>
    api("DELETE /me/sessions/{session_id}", { path: { session_id } }),
  );
  return (
    <OwnRow
      icon="account"
      title={device}
      mark={is_this && <ToneBadge tone="good">{words.thisOne}</ToneBadge>}
      facts={[
        words.signedIn({ at: formats.ago(created_at) }),
        words.usedAt({ at: formats.ago(last_used_at) }),
      ]}
      details={<Fault problem={ending.error} />}
    >
      {!is_this && (
        <Button
          size="xs"
          variant="default"
          aria-label={words.endOf({ device })}
          loading={ending.isPending}
          onClick={() => ending.mutate()}
        >
          {words.end}
        </Button>
      )}
    </OwnRow>
  );
}
