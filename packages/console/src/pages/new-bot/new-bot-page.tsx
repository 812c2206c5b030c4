import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../../access/me.ts";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { EmptyState } from "../../parts/page/states.tsx";
import { useWords } from "../../words/speaking.tsx";
import { type Created, NewBotForm } from "./new-bot-form.tsx";
import { NewConnectedBot } from "./new-connected-bot.tsx";
import { NewSecrets } from "./new-secrets.tsx";

/** Creates a bot, shows its secrets once, and lists the next steps. */
export function NewBotPage() {
  const words = useWords("new-bot");
  const queries = useQueryClient();
  const [created, setCreated] = useState<{ bot: Created; shop: string | null } | null>(null);
  const mayCreate = useMe().data?.administrator === true;
  if (created?.shop) return <NewConnectedBot created={created.bot} shop={created.shop} />;
  if (created) return <NewSecrets created={created.bot} />;
  return (
    <>
      <PageHeader title={words.title} text={words.text} docs="merchant-guide/" />
      {mayCreate ? (
        <NewBotForm
          onCreated={(bot, shop) => {
            setCreated({ bot, shop });
            void queries.invalidateQueries({ queryKey: ["bots"] });
          }}
        />
      ) : (
        <EmptyState title={words.onlyAdministrators} text={words.onlyAdministratorsText} />
      )}
    </>
  );
}
