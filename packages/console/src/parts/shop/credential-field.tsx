import { Checkbox, PasswordInput, Select, Stack, Text, TextInput } from "@mantine/core";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import type { ConnectorField, ShopConnection } from "./shop-query.ts";

/** A field's error: it is empty, or the server rejected its value. */
export type FieldFault = { kind: "missing" } | { kind: "wrong"; message: string };

/** One thing to paste; a secret is typed blind, and never read back. */
export function CredentialField(props: {
  field: ConnectorField;
  label: string;
  text: string;
  /** Label of each value of a choice. */
  choices: Readonly<Record<string, string>>;
  value: string;
  /** `null` to leave the stored value unchanged. */
  onChange(value: string | null): void;
  isRemoved: boolean;
  fault: FieldFault | undefined;
  kept: ShopConnection["shown"][string] | undefined;
}) {
  const { field, label, text, choices, value, onChange, isRemoved, fault, kept } = props;
  const words = useWords("shop.main");
  const fingerprint = kept?.fingerprint;
  const description = fingerprint ? `${text} ${words.kept({ fingerprint })}` : text;
  const common = {
    label,
    description,
    value,
    required: field.required && !fingerprint,
    error: fault && <Fault fault={fault} />,
    errorProps: { component: "div" },
  } as const;
  if (field.kind === "choice") {
    return (
      <Select
        {...common}
        data={field.choices.map((one) => ({ value: one, label: choices[one] ?? one }))}
        onChange={(chosen) => onChange(chosen ?? "")}
        allowDeselect={false}
      />
    );
  }
  const typed = {
    ...common,
    onChange: ({ currentTarget: { value } }: React.ChangeEvent<HTMLInputElement>) =>
      onChange(value === "" && fingerprint ? null : value),
    spellCheck: false,
  };
  if (field.kind === "secret") {
    const input = <PasswordInput {...typed} disabled={isRemoved} autoComplete="new-password" />;
    if (field.required || !fingerprint) return input;
    return (
      <Stack gap="xs">
        {input}
        <Checkbox
          size="sm"
          label={words.remove({ label })}
          checked={isRemoved}
          onChange={(event) => onChange(event.currentTarget.checked ? "" : null)}
        />
      </Stack>
    );
  }
  const isUrl = field.kind === "url";
  return (
    <TextInput {...typed} autoComplete="off" {...(isUrl && { type: "url", inputMode: "url" })} />
  );
}

/** Shows the server's message, which names the remedy; in Chinese, a translated sentence precedes it. */
function Fault({ fault }: { fault: FieldFault }) {
  const words = useWords("shop.main");
  const { locale } = useSpeaking();
  if (fault.kind === "missing") return words.missing;
  if (locale === "en") return fault.message;
  return (
    <>
      {words.wrong}{" "}
      <Text span inherit lang="en">
        {fault.message}
      </Text>
    </>
  );
}
