import {
  Alert,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  PasswordInput,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useState } from "react";
import { IconOf } from "../../parts/page/icons.tsx";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import {
  type Field,
  fieldsOf,
  type HelpDesk,
  type HelpDeskKind,
  kinds,
  type SetDesk,
  useSetDesk,
} from "./desk-data.ts";
import { DeskProblem } from "./desk-problem.tsx";

/** A desk's address and what Meetbot sends it. `desk`: the current settings; fields left empty keep their value. */
export function DeskForm(props: {
  botId: string;
  desk: HelpDesk | null;
  hasMail: boolean;
  onSet(set: SetDesk): void;
  onCancel(): void;
}) {
  const { botId, desk, hasMail, onSet, onCancel } = props;
  const words = useWords("desk");
  const { locale: ownLocale } = useSpeaking();
  const [kind, setKind] = useState<HelpDeskKind>(desk?.kind ?? kinds[0] ?? "email");
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [locale, setLocale] = useState<HelpDesk["locale"]>(desk?.locale ?? ownLocale);
  const [withNumbers, setWithNumbers] = useState(desk?.with_numbers ?? false);
  const [isAsked, setIsAsked] = useState(false);
  const setting = useSetDesk(botId);
  const isNew = desk?.kind !== kind;
  const fields = fieldsOf[kind];
  const given = fields.flatMap(({ name }) => {
    const text = typed[name]?.trim() ?? "";
    return text === "" ? [] : [[name, text] as const];
  });
  const isMissing = ({ name, isOptional }: Field) =>
    isNew && !isOptional && (typed[name]?.trim() ?? "") === "";
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsAsked(true);
        if (fields.some(isMissing)) return;
        const hasFields = given.length > 0;
        const body = {
          ...{ locale, with_numbers: withNumbers },
          ...((isNew || hasFields) && { kind, fields: Object.fromEntries(given) }),
        };
        setting.mutate(body, { onSuccess: onSet });
      }}
    >
      <Stack gap="md" maw={600}>
        <NativeSelect
          label={words.kind}
          data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setKind(kinds.find((one) => one === chosen) ?? kind);
            setTyped({});
            setting.reset();
          }}
        />
        <Text size="sm" c="dimmed">
          {words.help[kind]}
        </Text>
        {kind === "email" && !hasMail && (
          <Alert color="yellow" variant="light" icon={<IconOf icon="warning" />}>
            {words.noMail}
          </Alert>
        )}
        {fields.map((field) => (
          <TypedField
            key={field.name}
            field={field}
            isNew={isNew}
            value={typed[field.name] ?? ""}
            error={isAsked && isMissing(field) && words.needed}
            onChange={(text) => {
              setTyped({ ...typed, [field.name]: text });
              setting.reset();
            }}
          />
        ))}
        <NativeSelect
          label={words.locale}
          data={(["en", "zh"] as const).map((value) => ({ value, label: words.locales[value] }))}
          value={locale}
          onChange={(event) => setLocale(event.currentTarget.value === "zh" ? "zh" : "en")}
          maw={240}
        />
        <Checkbox
          label={words.withNumbers}
          description={words.withNumbersText}
          checked={withNumbers}
          onChange={(event) => setWithNumbers(event.currentTarget.checked)}
        />
        {setting.isError && <DeskProblem problem={setting.error} />}
        <Group gap="sm">
          <Button type="submit" loading={setting.isPending}>
            {words.save}
          </Button>
          <Button variant="default" onClick={onCancel} disabled={setting.isPending}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function TypedField(props: {
  field: Field;
  isNew: boolean;
  value: string;
  error: string | false;
  onChange(text: string): void;
}) {
  const { field, isNew, value, error, onChange } = props;
  const words = useWords("desk");
  const isSecret = field.type === "secret";
  const shared = {
    label: words.fields[field.name],
    description: isNew ? (isSecret ? words.secretText : undefined) : words.keep,
    value,
    error,
    maxLength: 2_000,
    spellCheck: false,
    required: isNew && !field.isOptional,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return isSecret ? (
    <PasswordInput {...shared} autoComplete="new-password" />
  ) : (
    <TextInput {...shared} type={field.type} autoComplete="off" />
  );
}
