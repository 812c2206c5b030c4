import { Anchor, Code, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { botsQuery } from "../../access/me.ts";
import { api } from "../../api/api.ts";
import { QueryView } from "../../parts/page/query-view.tsx";
import { Section } from "../../parts/page/section.tsx";
import { ToneBadge } from "../../parts/page/tone-badge.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { type ApiToken, tokensQuery } from "./account-data.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import { NewTokenButton } from "./new-token-button.tsx";
import { OwnRow } from "./own-row.tsx";

/** The tokens by which the operator's programs call the admin API. */
export function TokensSection() {
  const words = useWords("account");
  const query = useQuery(tokensQuery);
  return (
    <Section id="tokens" title={words.tokens} text={words.tokensText}>
      <QueryView query={query} height={96}>
        {({ data }) => (
          <Stack gap="md">
            {data.length === 0 ? (
              <Text size="sm" c="dimmed">
                {words.noTokens}
              </Text>
            ) : (
              <ul className="own-rows" aria-label={words.tokens}>
                {data.map((token) => (
                  <TokenRow key={token.token_id} token={token} />
                ))}
              </ul>
            )}
            <Group justify="space-between" gap="sm">
              <NewTokenButton />
              <Anchor size="sm" renderRoot={(root) => <Link {...root} to="/api" />}>
                {words.toApi}
              </Anchor>
            </Group>
          </Stack>
        )}
      </QueryView>
    </Section>
  );
}

function TokenRow({ token }: { token: ApiToken }) {
  const words = useWords("account");
  const formats = useFormats();
  const { data: bots } = useQuery(botsQuery);
  const { token_id, name, scopes, bot_id, expires_at, last_used_at } = token;
  const isOver = Date.parse(expires_at) <= Date.now();
  const botName = bots?.data.find((bot) => bot.bot_id === bot_id)?.name ?? bot_id;
  const end = formats.date(expires_at);
  return (
    <OwnRow
      icon="api"
      title={name}
      mark={isOver && <ToneBadge tone="quiet">{words.expired}</ToneBadge>}
      facts={[
        botName === null ? words.everyBot : words.onlyBot({ bot: botName }),
        isOver ? words.endedOn({ at: end }) : words.endsOn({ at: end }),
        last_used_at ? words.usedAt({ at: formats.ago(last_used_at) }) : words.neverUsed,
      ]}
      details={
        <div className="own-row-scopes">
          {scopes.map((scope) => (
            <Code key={scope}>{scope}</Code>
          ))}
        </div>
      }
    >
      <ConfirmButton
        label={words.revoke}
        name={words.revokeOf({ name })}
        title={words.revokeTitle({ name })}
        text={words.revokeText}
        change={() => api("DELETE /me/tokens/{token_id}", { path: { token_id } })}
      />
    </OwnRow>
  );
}
