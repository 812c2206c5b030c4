import { Alert } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import { IconOf } from "../page/icons.tsx";

/** Explains why the user cannot change anything on the page, and who can help. */
export function ViewerNotice(props: {
  has?: "viewer" | "editor" | undefined;
  takes?: "editor" | "owner";
}) {
  const { has = "viewer", takes = "editor" } = props;
  const words = useWords("fields.viewer");
  return (
    <Alert variant="light" color="gray" icon={<IconOf icon="eye" />} title={words.title}>
      {words.text({ has, takes })}
    </Alert>
  );
}
