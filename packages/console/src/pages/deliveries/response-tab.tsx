import { Code, Stack, Text, Title } from "@mantine/core";
import { BodyView } from "../../parts/code/body-view.tsx";
import { FactList } from "../../parts/page/fact-list.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { Detail } from "./delivery-detail.ts";
import { ExchangeChoice } from "./exchange-choice.tsx";
import { HeadersTable } from "./headers-table.tsx";

/** The most characters of a body that the log stores. */
const keptCharacters = 16 * 1024;

/** The response to the delivery. */
export function ResponseTab({ delivery }: { delivery: Detail }) {
  const words = useWords("deliveries").drawer;
  return (
    <ExchangeChoice delivery={delivery}>
      {({ http_status, detail, response_headers, response_body }) => (
        <Stack gap="md">
          <FactList
            facts={[
              [
                words.status,
                http_status === null ? (
                  words.noResponse
                ) : (
                  <Code key="status">HTTP {http_status}</Code>
                ),
              ],
              [words.detail, detail],
            ]}
          />
          {http_status !== null && (
            <>
              <div>
                <Title order={3} size="h5" mb={4}>
                  {words.body}
                </Title>
                <BodyView body={response_body} label={words.body} />
                {response_body.length >= keptCharacters && (
                  <Text size="xs" c="dimmed">
                    {words.cutBody}
                  </Text>
                )}
              </div>
              <HeadersTable headers={response_headers} />
            </>
          )}
        </Stack>
      )}
    </ExchangeChoice>
  );
}
