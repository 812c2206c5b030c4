import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../../access/me.ts";
import type { OutputOf } from "../../api/routes.ts";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { EmptyState } from "../../parts/page/states.tsx";
import { useWords } from "../../words/speaking.tsx";
import { NewBotForm } from "./new-bot-form.tsx";
import { newBotWords } from "./new-bot-words.ts";
import { NewSecrets } from "./new-secrets.tsx";

/** Creates a bot, shows its secrets once, and says what comes next. */
export function NewBotPage() {
  const words = useWords(newBotWords);
  const queries = useQueryClient();
  const [created, setCreated] = useState<OutputOf<"POST /bots"> | null>(null);
  const mayCreate = useMe().data?.administrator === true;
  if (created) return <NewSecrets created={created} />;
  return (
    <>
      <PageHeader title={words.title} text={words.text} docs="merchant-guide/" />
      {mayCreate ? (
        <NewBotForm
          onCreated={(bot) => {
            setCreated(bot);
            void queries.invalidateQueries({ queryKey: ["bots"] });
          }}
        />
      ) : (
        <EmptyState title={words.onlyAdministrators} text={words.onlyAdministratorsText} />
      )}
    </>
  );
}
