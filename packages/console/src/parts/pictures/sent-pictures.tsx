import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { OutputOf } from "../../api/routes.ts";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { ToneBadge } from "../page/tone-badge.tsx";
import "./sent-pictures.css";

type Entry = OutputOf<"GET /bots/{bot_id}/conversations/{conversation_id}">["entries"][number];

type Picture = Extract<Entry, { from: "customer" }>["pictures"][number];

interface Props {
  botId: string;
  conversationId: string;
  pictures: readonly Picture[];
  /** Whether the viewer may see the pictures; other viewers only see that there are some. */
  mayLook: boolean;
}

/**
 * The pictures that a customer sent with one message. Each loads only on request, because the server logs every
 * viewing.
 */
export function SentPictures({ botId, conversationId, pictures, mayLook }: Props) {
  const words = useWords("fields.pictures");
  const of = [botId, "conversations", conversationId, "pictures"].map(encodeURIComponent).join("/");
  return (
    <Stack gap={6}>
      <Text size="sm" c="dimmed">
        {words.sentPictures}
      </Text>
      {pictures.map((picture) => (
        <SentPicture
          key={picture.id}
          picture={picture}
          url={mayLook ? `/api/v1/bots/${of}/${picture.id}` : null}
        />
      ))}
      {mayLook && (
        <Text size="xs" c="dimmed">
          {words.looksAreNoted}
        </Text>
      )}
    </Stack>
  );
}

function SentPicture({ picture, url }: { picture: Picture; url: string | null }) {
  const words = useWords("fields.pictures");
  const { number } = useFormats();
  const [isShown, setShown] = useState(false);
  const { width, height, bytes, scanned } = picture;
  const size = `${number(Math.ceil(bytes / 1024))} KB`;
  const isPdf = width === null || height === null;
  const title = isPdf ? words.pdf({ size }) : words.picture({ width, height, size });
  return (
    <Stack gap={4} align="start">
      {url && isShown && !isPdf ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          <img className="sent-picture" src={url} alt={words.pictureAlt} />
        </a>
      ) : url && isPdf ? (
        <Anchor size="sm" href={url} download>
          {title}
        </Anchor>
      ) : (
        <Button size="compact-sm" variant="default" disabled={!url} onClick={() => setShown(true)}>
          {title}
        </Button>
      )}
      {isPdf && (
        <Text size="xs" c="dimmed">
          {words.pdfAdvice}
        </Text>
      )}
      {!scanned && (
        <Group>
          <ToneBadge size="sm" tone="wait">
            {words.notScanned}
          </ToneBadge>
        </Group>
      )}
    </Stack>
  );
}
