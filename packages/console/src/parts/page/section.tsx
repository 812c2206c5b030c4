import { Paper, Stack, Text, Title } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";

/** A titled section of a page. A link to its id scrolls to the section, even if the page loads later. */
export function Section(props: {
  id: string;
  title: string;
  text?: ReactNode;
  danger?: boolean;
  children: ReactNode;
}) {
  const { id, title, text, danger = false, children } = props;
  const section = useRef<HTMLElement>(null);
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== id) return;
    section.current?.scrollIntoView({ block: "start" });
    section.current?.focus({ preventScroll: true });
  }, [hash, id]);
  return (
    <Paper
      component="section"
      ref={section}
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      withBorder
      p={{ base: "md", sm: "lg" }}
      className={danger ? "section section-danger" : "section"}
    >
      <Stack gap="md">
        <div>
          <Title order={2} size="h4" id={`${id}-title`}>
            {title}
          </Title>
          {text && (
            <Text c="dimmed" size="sm" mt={4} maw={680} component="div">
              {text}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Paper>
  );
}
