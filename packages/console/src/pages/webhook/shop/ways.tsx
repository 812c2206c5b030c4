import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { QueryView } from "../../../parts/page/query-view.tsx";
import { ConnectForm } from "../../../parts/shop/connect-form.tsx";
import { ownWebhook, PlatformChoice } from "../../../parts/shop/platform-choice.tsx";
import { connectorsQuery } from "../../../parts/shop/shop-query.ts";
import { useWords } from "../../../words/speaking.tsx";
import { LeaveForm } from "./leave-form.tsx";
import { useConnecting } from "./use-connecting.ts";

/** Selects a different way to query a bot's shop; `current` is null when it uses a webhook. */
export function Ways(props: {
  botId: string;
  current: string | null;
  onChanged(said: string): void;
  onCancel?(): void;
}) {
  const { botId, current, onChanged, onCancel } = props;
  const { done } = useWords("webhook.connected");
  const connectors = useQuery(connectorsQuery);
  const connecting = useConnecting(botId);
  const [chosen, setChosen] = useState<string>(ownWebhook);
  return (
    <QueryView query={connectors} height={120}>
      {({ data }) => {
        const connector = data.find(({ name }) => name === chosen);
        return (
          <>
            <PlatformChoice
              connectors={data.filter(({ name }) => name !== current)}
              chosen={chosen}
              isTitled={current === null}
              onChoose={setChosen}
            />
            {connector && (
              <ConnectForm
                key={chosen}
                id="connect-shop"
                connector={connector}
                {...connecting.by(chosen)}
                onConnected={(_, { shop }) => {
                  onChanged(done.connected({ shop: shop ?? connector.title }));
                  void connecting.refresh();
                }}
                {...(onCancel && { onCancel })}
              />
            )}
            {!connector && current !== null && (
              <LeaveForm
                botId={botId}
                leave={connecting.leave}
                onLeft={() => {
                  onChanged(done.left);
                  void connecting.refresh();
                }}
                onCancel={onCancel}
              />
            )}
          </>
        );
      }}
    </QueryView>
  );
}
