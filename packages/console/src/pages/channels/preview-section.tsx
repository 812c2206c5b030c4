import "./preview.css";
import { Button, ColorInput, Group, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { Draft } from "../../parts/form/use-draft.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import { PreviewFrame } from "./preview-frame.tsx";

const swatches = [
  "#2f5bea",
  "#0f766e",
  "#15803d",
  "#a8321d",
  "#c2410c",
  "#7c3aed",
  "#be185d",
  "#1f2937",
];

/** The window's color, and the window itself. */
export function PreviewSection({ draft, isFixed }: { draft: Draft; isFixed: boolean }) {
  const words = useWords("channels");
  const [size, setSize] = useState<"window" | "phone">("window");
  /** `0`: it is not wished yet, for it opens a conversation. */
  const [starts, setStarts] = useState(0);
  const { bot_id: botId, accent } = draft.shown;
  return (
    <Section id="preview" title={words.preview} text={words.previewText}>
      <Group align="flex-end" gap="md" justify="space-between">
        <ColorInput
          label={words.accent}
          description={words.accentText}
          placeholder={words.ownAccent}
          format="hex"
          swatches={swatches}
          swatchesPerRow={8}
          value={accent ?? ""}
          onChange={(color) => draft.set("accent", color || null)}
          error={draft.isRefused("accent") && words.accentFault}
          popoverProps={{ withinPortal: true }}
          eyeDropperButtonProps={{ "aria-label": words.accent }}
          withEyeDropper={false}
          disabled={isFixed}
          maw={380}
        />
        <Group gap="sm">
          <SegmentedControl
            aria-label={words.frame}
            data={[
              { value: "window", label: words.desktop },
              { value: "phone", label: words.phone },
            ]}
            value={size}
            onChange={(chosen) => setSize(chosen as "window" | "phone")}
          />
          {starts > 0 && (
            <Button
              variant="default"
              onClick={() => setStarts(starts + 1)}
              leftSection={<IconOf icon="refresh" size={16} />}
            >
              {words.restart}
            </Button>
          )}
        </Group>
      </Group>
      <div className="preview">
        {starts === 0 ? (
          <div className="preview-start">
            <Button
              variant="light"
              onClick={() => setStarts(1)}
              leftSection={<IconOf icon="play" size={16} />}
            >
              {words.start}
            </Button>
          </div>
        ) : (
          <PreviewFrame
            key={starts}
            botId={botId}
            accent={accent}
            size={size}
            title={words.frame}
          />
        )}
      </div>
    </Section>
  );
}
