import { ActionIcon, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { botsQuery } from "../../access/me.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { ToneBadge } from "../../parts/page/tone-badge.tsx";
import { PersonName } from "../../parts/people/person-name.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { QuestionKind } from "./operator-question.tsx";
import type { Operator } from "./use-operators.ts";

/** An operator with the last visit, the bots and the available actions. */
export function OperatorRow(props: {
  operator: Operator;
  isYou: boolean;
  onAsk(kind: QuestionKind): void;
}) {
  const { operator, isYou } = props;
  const { name, email, administrator, signed_in_at: signedInAt } = operator;
  const words = useWords("operators.main");
  const roles = useWords("fields.roles");
  const formats = useFormats();
  const marks = (
    <>
      {isYou && <ToneBadge tone="quiet">{words.you}</ToneBadge>}
      {administrator && <ToneBadge tone="person">{roles.administrator}</ToneBadge>}
    </>
  );
  return (
    <li>
      <PersonName name={name} marks={marks}>
        {email} · {signedInAt ? words.signedIn({ ago: formats.ago(signedInAt) }) : words.never}
        <br />
        <BotsOf operator={operator} />
      </PersonName>
      <Actions {...props} />
    </li>
  );
}

function BotsOf({ operator }: { operator: Operator }) {
  const words = useWords("operators.main");
  const roles = useWords("fields.roles");
  const { data: bots } = useQuery(botsQuery);
  if (operator.administrator) return words.everyBot;
  if (operator.roles.length === 0) return words.noBot;
  const nameOf = (botId: string) =>
    bots?.data.find(({ bot_id }) => bot_id === botId)?.name ?? botId;
  return operator.roles
    .map(({ bot_id, role }) =>
      words.roleOn({ bot: nameOf(bot_id), role: roles[role].toLowerCase() }),
    )
    .join(" · ");
}

function Actions(props: { operator: Operator; isYou: boolean; onAsk(kind: QuestionKind): void }) {
  const { operator, isYou, onAsk } = props;
  const words = useWords("operators.main");
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={words.actions({ name: operator.name })}>
          <IconOf icon="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!isYou && <Menu.Item onClick={() => onAsk("letIn")}>{words.letIn}</Menu.Item>}
        <Menu.Item onClick={() => onAsk(operator.administrator ? "demote" : "promote")}>
          {operator.administrator ? words.demote : words.promote}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item className="danger-button" onClick={() => onAsk("remove")}>
          {words.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
