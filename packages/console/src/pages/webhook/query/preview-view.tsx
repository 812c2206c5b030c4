import { Alert, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { type CustomerLocale, customerLocales, nameLanguage } from "@meetbot/presentation";
import { useEffect, useRef, useState } from "react";
import type { Entry } from "../../../../../widget/src/chat/chat.ts";
import { type LookName, LookSwitch } from "../../../parts/messenger-look/look-switch.tsx";
import { MessengerLook } from "../../../parts/messenger-look/messenger-look.tsx";
import { useSpeaking, useWords } from "../../../words/speaking.tsx";
import type { Tried } from "../data/webhook-data.ts";
import { useIsNarrow } from "../exchange/use-is-narrow.ts";

type Preview = Tried["preview"][number];
type Scheme = "light" | "dark";

/** The merchant's real answer as the chat shows it to a customer of each level. */
export function PreviewView({ previews, botName }: { previews: Preview[]; botName: string }) {
  const { preview: words } = useWords("webhook.query");
  const { locale: spoken } = useSpeaking();
  const [locale, setLocale] = useState<CustomerLocale>(spoken);
  const [scheme, setScheme] = useState<Scheme>("light");
  const [look, setLook] = useState<LookName>("web-chat");
  const isNarrow = useIsNarrow();
  const [at, setAt] = useState(previews.length - 1);
  const preview = previews[at] ?? previews.at(-1);
  if (!preview) return <Text c="dimmed">{words.none}</Text>;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {words.text}
      </Text>
      <Group gap="sm">
        <LookSwitch look={look} onChange={setLook} />
        {preview.level !== null && (
          <SegmentedControl
            aria-label={words.level}
            value={String(at)}
            onChange={(chosen) => setAt(Number(chosen))}
            data={previews.map(({ level }, index) => ({
              value: String(index),
              label: words.levels[level ?? "0"],
            }))}
            orientation={isNarrow ? "vertical" : "horizontal"}
            fullWidth={isNarrow}
          />
        )}
        <SegmentedControl
          aria-label={words.language}
          style={{ maxWidth: "100%", flexWrap: "wrap" }}
          value={locale}
          onChange={(chosen) => setLocale(chosen as CustomerLocale)}
          data={customerLocales.map((value) => ({ value, label: nameLanguage(value, value) }))}
        />
        <SegmentedControl
          aria-label={words.scheme}
          value={scheme}
          onChange={(chosen) => setScheme(chosen as Scheme)}
          data={[
            { value: "light", label: words.light },
            { value: "dark", label: words.dark },
          ]}
        />
      </Group>
      <Text size="sm">{words.hints[preview.level ?? "all"]}</Text>
      {look === "messenger" ? (
        <div className={`preview-frame ${scheme}`}>
          <MessengerLook
            locale={locale}
            said={preview.messenger[locale].map((one, place) => ({
              key: String(place),
              from: "bot",
              look: one,
            }))}
          />
        </div>
      ) : (
        <Transcript
          entries={preview.entries[locale] as unknown as Entry[]}
          locale={locale}
          scheme={scheme}
          botName={botName}
        />
      )}
    </Stack>
  );
}

/** Where the server serves the chat window's own renderer of a conversation. */
const transcriptUrl = "/widget/transcript.js";

function Transcript(props: {
  entries: readonly Entry[];
  locale: CustomerLocale;
  scheme: Scheme;
  botName: string;
}) {
  const { entries, locale, scheme, botName } = props;
  const words = useWords("webhook.query").preview;
  const frame = useRef<HTMLDivElement>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    import(/* @vite-ignore */ transcriptUrl).catch(() => setMissing(true));
  }, []);
  useEffect(() => {
    const element = frame.current?.firstElementChild as
      | (Element & { entries: readonly Entry[] })
      | null;
    if (!element) return;
    element.setAttribute("locale", locale);
    element.setAttribute("scheme", scheme);
    element.setAttribute("bot", botName);
    void customElements.whenDefined("meetbot-transcript").then(() => {
      element.entries = entries;
    });
  }, [entries, locale, scheme, botName]);
  if (isMissing) return <Alert color="yellow">{words.unavailable}</Alert>;
  return (
    <section ref={frame} className={`preview-frame ${scheme}`} aria-label={words.label}>
      <TranscriptElement />
    </section>
  );
}

/** React renders the tag; the content is set on the element itself. */
const TranscriptElement = "meetbot-transcript" as unknown as () => React.ReactNode;
