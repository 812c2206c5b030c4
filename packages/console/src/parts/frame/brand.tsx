import { Group, Text } from "@mantine/core";

/** The name with its sign: a chat bubble that holds a parcel. */
export function Brand() {
  return (
    <Group gap={10} wrap="nowrap">
      <svg viewBox="0 0 32 32" width={28} height={28} aria-hidden="true" focusable="false">
        <path
          fill="#2f5bea"
          d="M7 2h18a5 5 0 0 1 5 5v13a5 5 0 0 1-5 5h-9l-7 6v-6H7a5 5 0 0 1-5-5V7a5 5 0 0 1 5-5Z"
        />
        <path
          fill="none"
          stroke="#fff"
          strokeWidth={2}
          strokeLinejoin="round"
          d="m16 6.5 7 3.2v7.6l-7 3.2-7-3.2V9.7zm-7 3.2 7 3.3 7-3.3M16 13v7.5"
        />
      </svg>
      <Text fw={700} size="lg" component="span">
        Meetbot
      </Text>
    </Group>
  );
}
