import { Button, Tabs } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMe } from "../../access/me.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { EmptyState } from "../../parts/page/states.tsx";
import { useWords } from "../../words/speaking.tsx";
import { InviteOperatorDialog } from "./invite-operator-dialog.tsx";
import { OperatorAudit } from "./operator-audit.tsx";
import type { OperatorSearch } from "./operator-search.ts";
import { OperatorsTab } from "./operators-tab.tsx";
import { useOperators } from "./use-operators.ts";

/** Lists all operators, and the audit log of their accounts; for administrators. */
export function OperatorsPage() {
  const words = useWords("operators.main");
  const isAdministrator = useMe().data?.administrator === true;
  if (isAdministrator) return <Operators />;
  return (
    <>
      <PageHeader title={words.title} />
      <EmptyState
        icon="people"
        title={words.onlyAdministrators}
        text={words.onlyAdministratorsText}
        action={
          <Button variant="default" renderRoot={(root) => <Link {...root} to="/bots" />}>
            {words.toBots}
          </Button>
        }
      />
    </>
  );
}

function Operators() {
  const words = useWords("operators.main");
  const people = useOperators();
  const [isInviting, inviting] = useDisclosure(false);
  const { tab = "list" } = useSearch({ from: "/shell/operators" }) as OperatorSearch;
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={words.title}
        text={words.text}
        actions={
          <Button leftSection={<IconOf icon="plus" size={16} />} onClick={inviting.open}>
            {words.invite}
          </Button>
        }
      />
      <Tabs
        value={tab}
        onChange={(chosen) =>
          void navigate({ to: "/operators", search: chosen === "audit" ? { tab: chosen } : {} })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="list">{words.tabs.list}</Tabs.Tab>
          <Tabs.Tab value="audit">{words.tabs.audit}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list">
          <OperatorsTab people={people} />
        </Tabs.Panel>
        <Tabs.Panel value="audit">
          <OperatorAudit />
        </Tabs.Panel>
      </Tabs>
      <InviteOperatorDialog isOpen={isInviting} invite={people.invite} onClose={inviting.close} />
    </>
  );
}
