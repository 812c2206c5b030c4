import { Badge } from "@mantine/core";

/** What an operation does, in one word. */
export function MethodBadge({ method }: { method: string }) {
  return (
    <Badge variant="light" color="gray" radius="sm" w={76} className={`method ${method}`}>
      {method.toUpperCase()}
    </Badge>
  );
}
