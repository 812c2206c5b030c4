import { Button, Group, Stack, Text, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import type { Bot } from "../../../access/bot.ts";
import { ConfirmDialog } from "../../../parts/form/confirm-dialog.tsx";
import { type Tone, ToneBadge } from "../../../parts/page/tone-badge.tsx";
import { customerTag, useLanguageName } from "../../../words/customer-languages.ts";
import { useWords } from "../../../words/speaking.tsx";
import {
  type Template,
  type TemplateKind,
  type TemplateState,
  useDeletion,
} from "./templates-data.ts";

const tones: Record<TemplateState, Tone> = {
  none: "quiet",
  pending: "wait",
  approved: "good",
  rejected: "bad",
  paused: "wait",
};

/** One template in all languages; a tap on one of them shows its text. */
export function TemplateRow(props: { bot: Bot; kind: TemplateKind; languages: Template[] }) {
  const { bot, kind, languages } = props;
  const words = useWords("customer-news.templates");
  const nameOf = useLanguageName();
  const [chosen, setChosen] = useState<string | null>(null);
  const open = languages.find(({ locale }) => locale === chosen);
  return (
    <li>
      <Text fw={600} size="sm">
        {words.kinds[kind]}
      </Text>
      <div className="news-cells">
        {languages.map(({ locale, state }) => (
          <button
            key={locale}
            type="button"
            className="news-cell"
            aria-expanded={locale === chosen}
            onClick={() => setChosen(locale === chosen ? null : locale)}
          >
            <span className="news-cell-name">
              <VisuallyHidden>{words.of({ kind: words.kinds[kind] })}</VisuallyHidden>
              {nameOf(locale)}
            </span>{" "}
            <ToneBadge tone={tones[state]} size="sm">
              {words.states[state]}
            </ToneBadge>
          </button>
        ))}
      </div>
      {open && <TemplateText bot={bot} template={open} />}
    </li>
  );
}

function TemplateText({ bot, template }: { bot: Bot; template: Template }) {
  const { locale, text, button, state, reason } = template;
  const words = useWords("customer-news.templates");
  const reasons: Readonly<Record<string, string>> = words.reasons;
  return (
    <Stack gap={6} className="news-detail">
      <Text size="sm" lang={customerTag(locale)} className="any-text">
        {text}
      </Text>
      <Text size="sm" c="dimmed">
        {words.button}: <span lang={customerTag(locale)}>{button}</span> · {words.place}
      </Text>
      <Text size="sm">
        {reason && `${reasons[reason] ?? words.reason({ code: reason })} `}
        {words.stateTexts[state]}
      </Text>
      {state !== "none" && bot.role !== "viewer" && <Deletion bot={bot} template={template} />}
    </Stack>
  );
}

function Deletion({ bot, template }: { bot: Bot; template: Template }) {
  const words = useWords("customer-news.templates");
  const nameOf = useLanguageName();
  const [isAsking, asking] = useDisclosure(false);
  const deletion = useDeletion(bot.bot_id);
  return (
    <Group>
      <Button size="xs" variant="default" className="danger-button" onClick={asking.open}>
        {words.delete}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.deleteTitle({
          kind: words.kinds[template.kind],
          language: nameOf(template.locale),
        })}
        text={words.deleteText}
        confirm={words.delete}
        isBusy={deletion.isPending}
        problem={deletion.error}
        onConfirm={() => deletion.mutate(template, { onSuccess: asking.close })}
        onClose={() => {
          deletion.reset();
          asking.close();
        }}
      />
    </Group>
  );
}
