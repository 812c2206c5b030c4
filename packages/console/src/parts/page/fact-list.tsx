import { Table, Text } from "@mantine/core";
import type { ReactNode } from "react";

/** Lists facts by name, one per line; omits those that are null. */
export function FactList({ facts }: { facts: [name: string, value: ReactNode][] }) {
  return (
    <Table fz="sm" withRowBorders={false} verticalSpacing={4} horizontalSpacing={0}>
      <Table.Tbody>
        {facts
          .filter(([, value]) => value !== null && value !== "")
          .map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w="38%" style={{ verticalAlign: "top" }}>
                <Text span size="sm" c="dimmed">
                  {name}
                </Text>
              </Table.Th>
              <Table.Td style={{ overflowWrap: "anywhere" }}>{value}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}
