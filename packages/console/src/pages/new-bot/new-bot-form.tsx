import { Paper, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { settingLimits } from "../../access/setting-limits.ts";
import { api } from "../../api/api.ts";
import type { OutputOf } from "../../api/routes.ts";
import { QueryView } from "../../parts/page/query-view.tsx";
import { ConnectForm } from "../../parts/shop/connect-form.tsx";
import { ownWebhook, PlatformChoice } from "../../parts/shop/platform-choice.tsx";
import { type Connector, connectorsQuery } from "../../parts/shop/shop-query.ts";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import { OwnWebhookForm } from "./own-webhook-form.tsx";

export type Created = OutputOf<"POST /bots">;

/** A name is typed outside of the form that it belongs to: which one that is depends on the platform. */
const formId = "new-bot";

/** The required settings of a bot. The others default to the settings of the operator's browser. */
export function NewBotForm(props: { onCreated(created: Created, shop: string | null): void }) {
  const connectors = useQuery(connectorsQuery);
  return (
    <QueryView query={connectors} height={420}>
      {({ data }) => <Fields {...props} connectors={data} />}
    </QueryView>
  );
}

function Fields(props: {
  connectors: readonly Connector[];
  onCreated(created: Created, shop: string | null): void;
}) {
  const { connectors, onCreated } = props;
  const words = useWords("new-bot");
  const navigate = useNavigate();
  const { locale } = useSpeaking();
  const [name, setName] = useState("");
  const [nameFault, setNameFault] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string>(ownWebhook);
  const connector = connectors.find((one) => one.name === chosen);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const about = { name, locale, time_zone: timeZone };
  return (
    <Paper withBorder p={{ base: "md", sm: "lg" }} maw={720}>
      <Stack gap="lg">
        <TextInput
          form={formId}
          label={words.name}
          description={words.nameText}
          placeholder={words.namePlaceholder}
          value={name}
          onChange={(event) => {
            setNameFault(null);
            setName(event.currentTarget.value);
          }}
          error={nameFault}
          maxLength={settingLimits.nameLength}
          autoComplete="off"
          required
        />
        <PlatformChoice connectors={connectors} chosen={chosen} onChoose={setChosen} />
        {connector ? (
          <ConnectForm
            key={connector.name}
            id={formId}
            connector={connector}
            submit={words.create}
            onCancel={() => void navigate({ to: "/bots" })}
            isReady={() => {
              if (name.trim() !== "") return true;
              setNameFault(words.nameMissing);
              return false;
            }}
            check={(config, signal) =>
              api(
                "POST /connectors/{connector}/check",
                { path: { connector: connector.name }, body: { config } },
                { signal },
              )
            }
            connect={(config) =>
              api("POST /connectors/{connector}/bots", {
                path: { connector: connector.name },
                body: { ...about, config },
              })
            }
            onConnected={(created, { shop }) => onCreated(created, shop ?? connector.title)}
          />
        ) : (
          <OwnWebhookForm
            id={formId}
            about={about}
            onNameRefused={() =>
              setNameFault(words.nameFault({ nameLength: settingLimits.nameLength }))
            }
            onCreated={(created) => onCreated(created, null)}
          />
        )}
      </Stack>
    </Paper>
  );
}
