import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import { WriteProblem } from "../form/write-problem.tsx";
import { IconOf } from "../page/icons.tsx";
import { NotesView, TroubleView } from "./check-view.tsx";
import { CredentialField } from "./credential-field.tsx";
import { PlatformSteps, usePlatformWords } from "./platform-steps.tsx";
import type { Connector, ShopConnection } from "./shop-query.ts";
import { type Connecting, useCredentials } from "./use-credentials.ts";
import "../channel/channel.css";

const nothing: ShopConnection["shown"] = {};

/** A platform's credentials: they are checked first, and connected once the shop could be read with them. */
export function ConnectForm<Told>(
  props: Connecting<Told> & {
    id: string;
    connector: Connector;
    /** The stored configuration of this connector. */
    kept?: ShopConnection["shown"];
    /** Label of the last step, if it does more than connect. */
    submit?: string;
    onCancel?(): void;
  },
) {
  const { id, connector, kept = nothing, onCancel } = props;
  const words = useWords("shop.main");
  const platform = usePlatformWords(connector.name);
  const form = useCredentials(connector, kept, props);
  const { checked } = form;
  const show = (field: Connector["fields"][number]) => {
    const said = platform?.fields[field.name] ?? platform?.further?.[field.name];
    return (
      <CredentialField
        key={field.name}
        field={field}
        label={said?.label ?? field.name}
        text={said?.text ?? ""}
        choices={said?.choices ?? {}}
        value={form.given[field.name] ?? ""}
        onChange={(value) => form.give(field.name, value)}
        isRemoved={form.isRemoved(field.name)}
        fault={form.faultOf(field.name)}
        kept={kept[field.name]}
      />
    );
  };
  const isFurther = ({ name }: { name: string }) => Object.hasOwn(platform?.further ?? {}, name);
  const further = connector.fields.filter(isFurther);
  const isUsed = further.some(
    ({ name, kind }) =>
      (kind !== "choice" && (form.given[name] || kept[name])) || form.faultOf(name),
  );
  return (
    <form
      id={id}
      noValidate
      aria-label={connector.title}
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <Stack gap="md" maw={640}>
        <PlatformSteps connector={connector} />
        {connector.fields.filter((field) => !isFurther(field)).map(show)}
        {further.length > 0 && (
          <details open={isUsed || undefined}>
            <summary style={{ cursor: "pointer", fontSize: "var(--mantine-font-size-sm)" }}>
              {words.further}
            </summary>
            <Stack gap="md" mt="sm">
              {further.map(show)}
            </Stack>
          </details>
        )}
        <Text size="sm" c="dimmed">
          {words.sealed}
        </Text>
        <div role="status" className="soft-status">
          {form.trouble && <TroubleView trouble={form.trouble} />}
          {checked && (
            <Stack gap="sm">
              <Alert color="green" variant="light" icon={<IconOf icon="check" />}>
                {words.found({ shop: checked.shop ?? connector.title })}
              </Alert>
              <NotesView notes={checked.notes} />
            </Stack>
          )}
        </div>
        {form.problem && <WriteProblem problem={form.problem} />}
        <Group gap="sm">
          <Button type="submit" loading={form.isBusy}>
            {checked ? (props.submit ?? words.connect) : words.check}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={onCancel} disabled={form.isBusy}>
              {words.cancel}
            </Button>
          )}
          {!checked && (
            <Text size="sm" c="dimmed">
              {words.checkText}
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  );
}
