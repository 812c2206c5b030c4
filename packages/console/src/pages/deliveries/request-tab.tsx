import { Button, Code, Group, Stack, Text, Title } from "@mantine/core";
import { connectedBy } from "../../access/connected-by.ts";
import { BodyView } from "../../parts/code/body-view.tsx";
import { CopyButton } from "../../parts/code/copy-button.tsx";
import { FactList } from "../../parts/page/fact-list.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { Detail } from "./delivery-detail.ts";
import { ExchangeChoice } from "./exchange-choice.tsx";
import { HeadersTable } from "./headers-table.tsx";

/** The request that was sent. */
export function RequestTab({ delivery }: { delivery: Detail }) {
  const words = useWords("deliveries").drawer;
  return (
    <Stack gap="md">
      {connectedBy(delivery.endpoint) === null && <CurlOf delivery={delivery} />}
      <FactList facts={[[words.endpoint, <Code key="endpoint">POST {delivery.endpoint}</Code>]]} />
      <div>
        <Title order={3} size="h5" mb={4}>
          {words.body}
        </Title>
        <BodyView body={delivery.request_body} label={words.body} />
      </div>
      <ExchangeChoice delivery={delivery}>
        {({ request_headers, secret_fingerprint }) => (
          <Stack gap="md">
            <FactList
              facts={[
                [
                  words.signedWith,
                  secret_fingerprint && <Code key="secret">{secret_fingerprint}</Code>,
                ],
              ]}
            />
            <HeadersTable headers={request_headers} />
          </Stack>
        )}
      </ExchangeChoice>
    </Stack>
  );
}

/** The request as a command; a connector's request has no address to send it to. */
function CurlOf({ delivery }: { delivery: Detail }) {
  const words = useWords("deliveries").drawer;
  return (
    <Group>
      {delivery.curl === null ? (
        <>
          <Button
            size="xs"
            variant="default"
            disabled
            leftSection={<IconOf icon="copy" size={14} />}
          >
            {words.copyCurl}
          </Button>
          <Text size="xs" c="dimmed">
            {words.curlMasked}
          </Text>
        </>
      ) : (
        <CopyButton value={delivery.curl} label={words.copyCurl} />
      )}
    </Group>
  );
}
