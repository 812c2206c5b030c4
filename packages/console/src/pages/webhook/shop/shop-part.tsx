import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Told } from "../../../parts/channel/told.tsx";
import { Section } from "../../../parts/page/section.tsx";
import { OwnersNote } from "../../../parts/people/owners-note.tsx";
import { ConnectForm } from "../../../parts/shop/connect-form.tsx";
import { connectorsQuery, type ShopConnection } from "../../../parts/shop/shop-query.ts";
import { useWords } from "../../../words/speaking.tsx";
import { type Endpoint, useRole, type WebhookStage } from "../data/webhook-data.ts";
import { EndpointCard } from "../subject/endpoint-card.tsx";
import { ConnectionCard } from "./connection-card.tsx";
import { useConnecting } from "./use-connecting.ts";
import { Ways } from "./ways.tsx";
import "../../../parts/channel/channel.css";

/** How the shop is queried: by its own webhook or by Meetbot. An owner can change it here. */
export function ShopPart(props: {
  botId: string;
  endpoint: Endpoint;
  connection: ShopConnection | null;
  mayEdit: boolean;
  stage: WebhookStage;
}) {
  const { botId, endpoint, connection, mayEdit, stage } = props;
  const { choice, choiceText } = useWords("shop.main");
  const role = useRole(botId);
  /** Message about the last change on this page. */
  const [said, setSaid] = useState<string | null>(null);
  if (connection) {
    return (
      <>
        {said && <Told text={said} />}
        <Connected
          key={connection.connected_at}
          {...{ botId, connection, mayEdit }}
          isOwner={role === "owner"}
          onChanged={setSaid}
        />
        {role === "editor" && <OwnersNote />}
      </>
    );
  }
  return (
    <>
      {said && <Told text={said} />}
      {role === "owner" && (
        <Section id="ways" title={choice} text={choiceText}>
          <Ways botId={botId} current={null} onChanged={setSaid} />
        </Section>
      )}
      <EndpointCard botId={botId} endpoint={endpoint} mayEdit={mayEdit} stage={stage} />
    </>
  );
}

/** What an owner is doing with a connection; `"nothing"` until they choose an action. */
type Doing = "nothing" | "replacing" | "leaving";

function Connected(props: {
  botId: string;
  connection: ShopConnection;
  mayEdit: boolean;
  isOwner: boolean;
  onChanged(said: string): void;
}) {
  const { botId, connection, mayEdit, isOwner, onChanged } = props;
  const words = useWords("webhook.connected");
  const [doing, setDoing] = useState<Doing>("nothing");
  const { data } = useQuery(connectorsQuery);
  const connector = data?.data.find(({ name }) => name === connection.connector);
  const connecting = useConnecting(botId);
  const close = () => setDoing("nothing");
  const toggle = (what: Doing, name: string) => (
    <Button
      variant="default"
      aria-expanded={doing === what}
      onClick={() => setDoing(doing === what ? "nothing" : what)}
    >
      {name}
    </Button>
  );
  return (
    <>
      <ConnectionCard botId={botId} connection={connection} mayEdit={mayEdit}>
        {isOwner && (
          <>
            {connector && toggle("replacing", words.replace)}
            {toggle("leaving", words.leave)}
          </>
        )}
      </ConnectionCard>
      {doing === "replacing" && connector && (
        <Section id="replace" title={words.replace} text={words.replaceText}>
          <ConnectForm
            id="replace-shop"
            connector={connector}
            kept={connection.shown}
            submit={words.replaceButton}
            {...connecting.by(connector.name)}
            onConnected={() => {
              close();
              onChanged(words.done.replaced);
              void connecting.refresh();
            }}
            onCancel={close}
          />
        </Section>
      )}
      {doing === "leaving" && (
        <Section id="leave" title={words.leave} text={words.leaveText} danger>
          <Ways
            botId={botId}
            current={connection.connector}
            onChanged={onChanged}
            onCancel={close}
          />
        </Section>
      )}
    </>
  );
}
