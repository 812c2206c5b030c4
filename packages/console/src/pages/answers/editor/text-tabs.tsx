import { Button, Stack, Tabs, VisuallyHidden } from "@mantine/core";
import { type CustomerLocale, customerLocales } from "@meetbot/presentation";
import type { Bot } from "../../../access/bot.ts";
import { IconOf } from "../../../parts/page/icons.tsx";
import type { Answers } from "../../../parts/topics/answers-query.ts";
import { useLanguageName } from "../../../words/customer-languages.ts";
import { useWords } from "../../../words/speaking.tsx";
import { ButtonsField } from "./buttons-field.tsx";
import { TextField } from "./text-field.tsx";
import type { Editing } from "./use-answer-draft.ts";

const nothing = { text: "", buttons: [] };

/** Returns the languages that have or may have a text; the bot's own come first. */
export function localesOf({ draft }: Pick<Editing, "draft">, bot: Bot): CustomerLocale[] {
  const others = customerLocales.filter(
    (locale) => bot.languages.includes(locale) || Object.hasOwn(draft.texts, locale),
  );
  return [...new Set([...others.filter((locale) => locale === bot.locale), ...others])];
}

/** The texts in each language. */
export function TextTabs(props: {
  editing: Editing;
  locales: readonly CustomerLocale[];
  locale: CustomerLocale;
  onLocale(locale: CustomerLocale): void;
  rules: Pick<Answers, "limits" | "variables">;
  isFixed: boolean;
}) {
  const { editing, locales, locale, onLocale, rules, isFixed } = props;
  const words = useWords("answers.editor");
  const nameOf = useLanguageName();
  const { draft, set, faultAt } = editing;
  const isWritten = (one: CustomerLocale) => (draft.texts[one]?.text ?? "").trim() !== "";
  return (
    <Tabs value={locale} onChange={(chosen) => chosen && onLocale(chosen as CustomerLocale)}>
      <Tabs.List>
        {locales.map((one) => (
          <Tabs.Tab
            key={one}
            value={one}
            rightSection={isWritten(one) && <IconOf icon="check" size={14} />}
          >
            {nameOf(one)}
            {isWritten(one) && <VisuallyHidden> ({words.written})</VisuallyHidden>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {locales.map((one) => {
        const said = draft.texts[one] ?? nothing;
        const change = (changed: Partial<typeof said>) =>
          set({ texts: { ...draft.texts, [one]: { ...said, ...changed } } });
        return (
          <Tabs.Panel key={one} value={one} pt="md">
            <Stack gap="md">
              <TextField
                locale={one}
                value={said.text}
                onChange={(text) => change({ text })}
                fault={faultAt(`/texts/${one}/text`)}
                rules={rules}
                isFixed={isFixed}
              />
              <ButtonsField
                buttons={said.buttons}
                onChange={(buttons) => change({ buttons })}
                faultAt={(place) => faultAt(`/texts/${one}${place}`)}
                limits={rules.limits}
                isFixed={isFixed}
              />
              {!isFixed && isWritten(one) && locales.length > 1 && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  w="fit-content"
                  onClick={() => change(nothing)}
                >
                  {words.removeText({ language: nameOf(one) })}
                </Button>
              )}
            </Stack>
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}
