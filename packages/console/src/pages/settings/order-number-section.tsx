import { Button, Group, Text, TextInput } from "@mantine/core";
import type { SettingIn } from "@meetbot/admin-api/settings/settings.ts";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import {
  type SettingField,
  type SettingFieldProps,
  SettingFields,
  type SettingSectionProps,
} from "./setting-fields.tsx";

const examples = ["SO-[digits 6-8]", "[digits 10]", "#[digits 4-6]", "W[letters and digits 8]"];

const fields: Record<SettingIn<"order-numbers">, SettingField> = { order_number: FormatField };

/** How the shop numbers its orders. */
export function OrderNumberSection({ draft }: Omit<SettingSectionProps, "isEditor">) {
  const words = useWords("settings");
  return (
    <Section id="order-numbers" title={words.orderNumbers} text={words.orderNumbersText}>
      <SettingFields draft={draft} fields={fields} />
    </Section>
  );
}

function FormatField({ draft, isFixed }: SettingFieldProps) {
  const words = useWords("settings");
  const set = (format: string) => draft.set("order_number", format || null);
  return (
    <>
      <TextInput
        label={words.orderNumber}
        description={words.orderNumberText}
        placeholder="SO-[digits 6-8]"
        value={draft.shown.order_number ?? ""}
        onChange={(event) => set(event.currentTarget.value)}
        error={draft.isRefused("order_number") && words.orderNumberFault}
        spellCheck={false}
        autoComplete="off"
        maw={420}
        disabled={isFixed}
      />
      {!isFixed && (
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {words.examples}
          </Text>
          {examples.map((example) => (
            <Button key={example} size="compact-sm" variant="default" onClick={() => set(example)}>
              {example}
            </Button>
          ))}
        </Group>
      )}
    </>
  );
}
