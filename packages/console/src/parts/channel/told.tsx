import { Alert, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { IconOf } from "../page/icons.tsx";

/**
 * Confirms the last action; `note`: additional information. Takes the keyboard focus, because the form that was used is
 * gone.
 */
export function Told({
  text,
  note,
}: {
  text: string | false | null;
  note?: string | null | undefined;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (text) place.current?.focus();
  }, [text]);
  return (
    <div role="status" ref={place} tabIndex={-1} className="told">
      {text && (
        <Alert color="green" variant="light" icon={<IconOf icon="check" />} p="xs">
          {text}
          {note && <Text size="sm">{note}</Text>}
        </Alert>
      )}
    </div>
  );
}
