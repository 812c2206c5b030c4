import { Badge } from "@mantine/core";

/** Shows the method of an operation. */
export function MethodBadge({ method }: { method: string }) {
  return (
    <Badge variant="light" color="gray" radius="sm" w={76} className={`method ${method}`}>
      {method.toUpperCase()}
    </Badge>
  );
}
