import { ActionIcon, Button, CopyButton as Copying, Tooltip } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import { IconOf } from "../page/icons.tsx";

/** Copies a text. Renders a button if there is a label, otherwise an icon named after `name`. */
export function CopyButton(props: { value: string; label?: string; name?: string }) {
  const { value, label, name } = props;
  const words = useWords("parts.states");
  return (
    <Copying value={value} timeout={2000}>
      {({ copied, copy }) =>
        label ? (
          <Button
            size="xs"
            variant="default"
            onClick={copy}
            leftSection={<IconOf icon={copied ? "check" : "copy"} size={14} />}
          >
            {copied ? words.copied : label}
          </Button>
        ) : (
          <Tooltip label={copied ? words.copied : words.copy}>
            <ActionIcon
              variant="subtle"
              color="gray"
              onClick={copy}
              aria-label={copied ? words.copied : `${words.copy}${name ? ` ${name}` : ""}`}
            >
              <IconOf icon={copied ? "check" : "copy"} size={16} />
            </ActionIcon>
          </Tooltip>
        )
      }
    </Copying>
  );
}
