import { Table, Text, Title } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";

/** The headers of a message, as they travelled. */
export function HeadersTable({ headers }: { headers: Record<string, string> }) {
  const words = useWords("deliveries").drawer;
  return (
    <div>
      <Title order={3} size="h5" mb={4}>
        {words.headers}
      </Title>
      <Table fz="xs" layout="fixed" aria-label={words.headers}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="38%">{words.headerName}</Table.Th>
            <Table.Th>{words.headerValue}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Object.entries(headers).map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Td ff="monospace" style={{ overflowWrap: "anywhere" }}>
                {name}
              </Table.Td>
              <Table.Td>
                <Text span ff="monospace" fz="xs" style={{ overflowWrap: "anywhere" }}>
                  {value}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
