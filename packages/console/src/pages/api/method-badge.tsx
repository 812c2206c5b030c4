import { Badge } from "@mantine/core";

const colors: Record<string, string> = {
  get: "blue",
  post: "teal",
  patch: "violet",
  put: "violet",
  delete: "red",
};

/** What an operation does, in one word. */
export function MethodBadge({ method }: { method: string }) {
  return (
    <Badge variant="light" color={colors[method] ?? "gray"} radius="sm" w={76} className="method">
      {method.toUpperCase()}
    </Badge>
  );
}
