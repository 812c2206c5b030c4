import { lintSource } from "@secretlint/core";
import { creator as recommended } from "@secretlint/secretlint-rule-preset-recommend";

/** Something in a file that looks like a secret. The value is not for printing. */
export interface FoundSecret {
  place: string;
  value: string;
  what: string;
}

const config = { rules: [{ id: "recommended", rule: recommended }] };

/** A bot's secret as Meetbot makes it; the library knows those of others. */
const ownSecret = /whsec_[A-Za-z0-9+/]{24,}={0,2}/g;

/** Finds what looks like a secret in the text of a file. */
export async function findSecrets(path: string, content: string): Promise<FoundSecret[]> {
  const placeOf = (index: number) => `${path}:${content.slice(0, index).split("\n").length}`;
  const { messages } = await lintSource({
    source: {
      filePath: path,
      content,
      ext: path.slice(path.lastIndexOf(".")),
      contentType: "text",
    },
    options: { config, noPhysicFilePath: true },
  });
  return [
    ...messages.map(({ range: [start, end], ruleId, messageId }) => ({
      place: placeOf(start),
      value: content.slice(start, end),
      what: `${ruleId.replace("@secretlint/secretlint-rule-", "")} ${messageId}`,
    })),
    ...Array.from(content.matchAll(ownSecret), ({ index, 0: value }) => ({
      place: placeOf(index),
      value,
      what: "a bot's secret",
    })),
  ];
}
