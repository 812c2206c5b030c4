import { Button, Group, NumberInput, Select, Text } from "@mantine/core";
import type { FormEvent } from "react";
import type { InputOf } from "../../../api/routes.ts";
import { IconOf } from "../../../parts/page/icons.tsx";
import { useWords } from "../../../words/speaking.tsx";
import type { Subject } from "../data/use-subject.ts";

export type Trial = NonNullable<InputOf<"POST /bots/{bot_id}/queries">["body"]>["trial"];
export type TrialKind = Trial["kind"];
type OrderFilter = "open" | "unpaid" | "past";

const kindsByGroup: Record<"asked" | "missing" | "stranger", TrialKind[]> = {
  asked: ["orders_of_account", "order", "packages_of_order", "package", "test"],
  missing: ["unknown_account", "unknown_order", "unknown_package"],
  stranger: ["unsigned", "wrong_secret", "altered_body"],
};

/** The input that each kind of query needs. */
const needs: Partial<Record<TrialKind, Exclude<keyof Subject, "otherAccount">>> = {
  orders_of_account: "account",
  order: "order",
  packages_of_order: "order",
  package: "package",
};

/** The kind of query to send, and its parameters besides the shop's data. */
export interface TrialChoice {
  kind: TrialKind;
  filter: OrderFilter;
  page: number;
  limit: number;
}

/** The query that a choice means; `null`: data of the shop is missing. */
export function toTrial(
  { kind, filter, page, limit }: TrialChoice,
  subject: Subject,
): Trial | null {
  const need = needs[kind];
  if (need && subject[need].trim() === "") return null;
  const pagination = { page, limit };
  switch (kind) {
    case "orders_of_account":
      return { kind, account: subject.account, filter, pagination };
    case "order":
      return { kind, order_number: subject.order };
    case "packages_of_order":
      return { kind, order_number: subject.order, pagination };
    case "package":
      return { kind, package_number: subject.package, pagination };
    default:
      return { kind };
  }
}

const paged: readonly TrialKind[] = ["orders_of_account", "packages_of_order", "package"];

/** Chooses one query, and sends it. */
export function TrialForm(props: {
  choice: TrialChoice;
  onChange: (choice: TrialChoice) => void;
  subject: Subject;
  /** Whether strangers could query the webhook too, so that its answers to them can be tested. */
  hasStrangers: boolean;
  isSending: boolean;
  onSend: (trial: Trial) => void;
}) {
  const { choice, onChange, subject, hasStrangers, isSending, onSend } = props;
  const words = useWords("webhook.query");
  const trial = toTrial(choice, subject);
  const need = needs[choice.kind];
  const groups = (["asked", "missing", "stranger"] as const)
    .filter((group) => group !== "stranger" || hasStrangers)
    .map((group) => ({
      group: words.groups[group],
      items: kindsByGroup[group].map((kind) => ({ value: kind, label: words.kinds[kind] })),
    }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (trial) onSend(trial);
  };
  const change = (changes: Partial<TrialChoice>) => onChange({ ...choice, ...changes });
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <Select
          label={words.kind}
          data={groups}
          value={choice.kind}
          onChange={(kind) => kind && change({ kind: kind as TrialKind })}
          allowDeselect={false}
          maxDropdownHeight={360}
          flex="1 1 220px"
        />
        {choice.kind === "orders_of_account" && (
          <Select
            label={words.filter}
            data={(["open", "unpaid", "past"] as const).map((filter) => ({
              value: filter,
              label: words.filters[filter],
            }))}
            value={choice.filter}
            onChange={(filter) => filter && change({ filter: filter as OrderFilter })}
            allowDeselect={false}
            w={160}
          />
        )}
        {paged.includes(choice.kind) && (
          <>
            <NumberInput
              label={words.page}
              value={choice.page}
              onChange={(page) => change({ page: Number(page) || 1 })}
              min={1}
              max={1_000_000}
              allowDecimal={false}
              w={90}
            />
            <NumberInput
              label={words.limit}
              value={choice.limit}
              onChange={(limit) => change({ limit: Number(limit) || 3 })}
              min={1}
              max={10}
              allowDecimal={false}
              w={90}
            />
          </>
        )}
        <Button
          type="submit"
          disabled={trial === null}
          loading={isSending}
          leftSection={<IconOf icon="play" size={16} />}
        >
          {words.send}
        </Button>
      </Group>
      {trial === null && need && (
        <Text size="sm" c="dimmed" mt={6}>
          {words.needs[need]}
        </Text>
      )}
    </form>
  );
}
