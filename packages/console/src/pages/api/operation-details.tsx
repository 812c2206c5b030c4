import { Badge, Code, Group, Stack, Table, Text, Title } from "@mantine/core";
import { CopyButton } from "../../parts/code/copy-button.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { ApiDocument, Operation, Parameter } from "./api-document.ts";
import type { NamedOperation } from "./list-operations.ts";
import { Prose } from "./prose.tsx";
import { SchemaTree, typeOf } from "./schema-tree.tsx";
import { toCurl } from "./to-curl.ts";

/** An operation's input, required permissions and responses, and how to call it. */
export function OperationDetails(props: { named: NamedOperation; document: ApiDocument }) {
  const { named, document } = props;
  const { operation } = named;
  const { parameters = [], requestBody, description } = operation;
  const words = useWords("api");
  const body = requestBody?.content["application/json"]?.schema;
  return (
    <Stack gap="md" pb="md" pl={{ base: 0, sm: 92 }}>
      {description && (
        <Text size="sm" lang="en">
          <Prose text={description} />
        </Text>
      )}
      <Demand operation={operation} />
      {parameters.length > 0 && <Parameters parameters={parameters} document={document} />}
      {body && (
        <section>
          <Heading>{words.body}</Heading>
          <SchemaTree schema={body} document={document} />
        </section>
      )}
      <Answers operation={operation} document={document} />
      <section>
        <Heading>{words.curl}</Heading>
        <Curl command={toCurl(named, document, location.origin)} />
      </section>
    </Stack>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <Title order={3} size="h6" mb={4}>
      {children}
    </Title>
  );
}

function Demand({ operation }: { operation: Operation }) {
  const words = useWords("api");
  const demand = operation["x-meetbot-demand"];
  if (!demand) return null;
  const roles: Record<string, string> = words.roles;
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {words.needs}
      </Text>
      <Badge variant="outline" color="gray" className="demand">
        {roles[demand.role] ?? demand.role}
        {isForAgents(demand) && words.orAgent}
      </Badge>
      <Badge variant="outline" color="gray" className="demand">
        {demand.session ? words.session : words.scope({ scope: demand.scope })}
      </Badge>
      {demand.fresh && (
        <Badge variant="outline" color="gray" className="demand">
          {words.fresh}
        </Badge>
      )}
      {operation["x-meetbot-personal"] === "revealed" && (
        <Badge variant="outline" color="gray" className="demand">
          {words.revealed}
        </Badge>
      )}
    </Group>
  );
}

/** Whether agents may call an operation: if it is marked so, or if editors may call it in the inbox. */
function isForAgents({ role, scope, agents }: NonNullable<Operation["x-meetbot-demand"]>): boolean {
  const isOfInbox = scope.startsWith("inbox:") && (role === "viewer" || role === "editor");
  return agents === true || isOfInbox;
}

function Parameters(props: { parameters: Parameter[]; document: ApiDocument }) {
  const { parameters, document } = props;
  const words = useWords("api");
  const places: Record<string, string> = words.places;
  return (
    <section>
      <Heading>{words.parameters}</Heading>
      <Table.ScrollContainer
        minWidth={480}
        type="native"
        tabIndex={0}
        role="region"
        aria-label={words.parameters}
      >
        <Table>
          <Table.Thead>
            <Table.Tr>
              {[words.name, words.where, words.type, words.meaning].map((label) => (
                <Table.Th key={label} scope="col">
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parameters.map(({ name, in: place, required, description, schema = {} }) => (
              <Table.Tr key={`${place} ${name}`}>
                <Table.Th scope="row" ff="monospace" fw={500}>
                  {name}
                </Table.Th>
                <Table.Td>
                  {places[place] ?? place}, {required ? words.required : words.optional}
                </Table.Td>
                <Table.Td lang="en">{typeOf(schema, document)}</Table.Td>
                <Table.Td lang="en">
                  <Prose text={description ?? schema.description ?? ""} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function Answers({ operation, document }: { operation: Operation; document: ApiDocument }) {
  const words = useWords("api");
  return (
    <section>
      <Heading>{words.answers}</Heading>
      <Stack gap="xs">
        {Object.entries(operation.responses).map(([status, { description, content }]) => {
          const [type, media] = Object.entries(content ?? {})[0] ?? [];
          const isGood = status.startsWith("2");
          return (
            <div key={status}>
              <Group gap="xs">
                <Badge variant="light" color="gray" radius="sm" className={isGood ? "good" : ""}>
                  {status}
                </Badge>
                <Text size="sm" lang="en">
                  <Prose text={description} />
                </Text>
                {type && (
                  <Text size="xs" c="dimmed" ff="monospace">
                    {type}
                  </Text>
                )}
              </Group>
              {isGood && media?.schema && <SchemaTree schema={media.schema} document={document} />}
            </div>
          );
        })}
      </Stack>
    </section>
  );
}

function Curl({ command }: { command: string }) {
  const words = useWords("api");
  return (
    <Stack gap={6} align="flex-start">
      <Code block w="100%" className="curl" tabIndex={0} role="region" aria-label={words.curl}>
        {command}
      </Code>
      <CopyButton value={command} label={words.copyCurl} />
    </Stack>
  );
}
